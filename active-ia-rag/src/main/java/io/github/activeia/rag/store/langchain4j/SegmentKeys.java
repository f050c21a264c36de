package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Chunk;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What a chunk is called in an engine. Every value that an engine filters by is a digest made here, so that no text of a course can
 * end a quotation in somebody's query.
 */
final class SegmentKeys {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION = 0xF000L;
    private static final long VARIANT = 0x3FFFFFFFFFFFFFFFL;

    private SegmentKeys() {}

    /**
     * Returns the id of a chunk: of its course, its place and its text. A new version of a chunk has another id, and a chunk that
     * did not change keeps its own.
     */
    static String id(CourseId course, Chunk chunk) {
        return digest(
                course.value(),
                chunk.document().source(),
                chunk.document().contentType().name(),
                chunk.id(),
                chunk.searchText());
    }

    /** Returns what the chunks of one content type of a course share. */
    static String scope(CourseId course, ContentType type) {
        return digest(course.value(), type.name());
    }

    /** Returns what the chunks of a document share, in all its versions. */
    static String document(CourseId course, String source) {
        return digest("document", course.value(), source);
    }

    /** Returns a UUID of version 8: some engines take no other ids. */
    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                sha.update(bytes);
            }
            ByteBuffer hash = ByteBuffer.wrap(sha.digest());
            long high = (hash.getLong() & ~VERSION) | VERSION_8;
            long low = (hash.getLong() & VARIANT) | Long.MIN_VALUE;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
