package io.github.activeia.core.knowledge;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.cache.CacheCodec;
import io.github.activeia.core.cache.FieldReader;
import io.github.activeia.core.cache.FieldWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results as bytes, whole: what is read is equal to what was written. */
final class KnowledgeResultCodec implements CacheCodec<KnowledgeResult> {
    private static final int FORMAT = 1;

    @Override
    public byte[] encode(KnowledgeResult result) {
        FieldWriter out = FieldWriter.of(FORMAT)
                .text(result.confidence().name())
                .real(result.probability())
                .flag(result.sufficient())
                .number(result.passages().size());
        result.passages().forEach(passage -> write(out, passage));
        return out.bytes();
    }

    private static void write(FieldWriter out, Passage passage) {
        Integer page = passage.page();
        out.text(passage.id()).text(passage.text()).real(passage.score()).texts(passage.sectionPath());
        out.text(page == null ? null : page.toString());
        Passage.Document document = passage.document();
        Difficulty difficulty = document.difficulty();
        out.text(document.source())
                .text(document.title())
                .text(document.contentType().name())
                .text(document.unit())
                .text(document.topic())
                .text(difficulty == null ? null : difficulty.name())
                .text(document.language())
                .text(document.version())
                .text(document.activity());
    }

    @Override
    public KnowledgeResult decode(byte[] bytes) {
        FieldReader in = FieldReader.of(FORMAT, bytes);
        RetrievalConfidence confidence = RetrievalConfidence.valueOf(in.text());
        double probability = in.real();
        boolean sufficient = in.flag();
        int count = in.count();
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passages.add(passage(in));
        }
        return new KnowledgeResult(passages, confidence, probability, sufficient);
    }

    private static Passage passage(FieldReader in) {
        String id = in.text();
        String text = in.text();
        double score = in.real();
        List<String> sectionPath = in.texts();
        String page = in.textOrNull();
        return new Passage(id, text, score, document(in), sectionPath, page == null ? null : Integer.valueOf(page));
    }

    private static Passage.Document document(FieldReader in) {
        return new Passage.Document(
                in.text(),
                in.text(),
                ContentType.valueOf(in.text()),
                in.textOrNull(),
                in.textOrNull(),
                difficulty(in.textOrNull()),
                in.text(),
                in.textOrNull(),
                in.textOrNull());
    }

    private static @Nullable Difficulty difficulty(@Nullable String name) {
        return name == null ? null : Difficulty.valueOf(name);
    }
}
