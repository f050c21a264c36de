package io.github.activeia.rag.analysis;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Numbers that stand for terms: the same on every machine and in every version, for they are stored. */
public final class TermHash {
    private TermHash() {}

    /** Returns the 32 bits of MurmurHash3 over a text in UTF-8. */
    public static int of(String text, int seed) {
        return StringHelper.murmurhash3_x86_32(new BytesRef(text.getBytes(StandardCharsets.UTF_8)), seed);
    }
}
