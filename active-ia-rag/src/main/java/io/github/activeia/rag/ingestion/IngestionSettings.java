package io.github.activeia.rag.ingestion;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.chunking.ChunkingSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a folder is read. Immutable, thread-safe. */
public final class IngestionSettings {
    private final ChunkingSettings chunking;
    private final long maxFileBytes;
    private final int batchSize;
    private final @Nullable CourseId course;

    private IngestionSettings(Builder builder) {
        chunking = builder.chunking == null ? ChunkingSettings.defaults() : builder.chunking;
        maxFileBytes = builder.maxFileBytes == null ? 50L << 20 : builder.maxFileBytes;
        batchSize = builder.batchSize == null ? 64 : builder.batchSize;
        course = builder.course;
        new Faults()
                .require(maxFileBytes > 0, "maxFileBytes", "be positive", maxFileBytes, "use 52428800 if in doubt")
                .require(
                        batchSize >= 1 && batchSize <= 4096,
                        "batchSize",
                        "be from 1 to 4096",
                        batchSize,
                        "use 64 if in doubt")
                .throwIfAny();
    }

    /** Returns the defaults. */
    public static IngestionSettings defaults() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how long chunks are; they are kept within what the embedding model reads whole, whatever is set. */
    public ChunkingSettings chunking() {
        return chunking;
    }

    /** Returns the size in bytes above which a file is refused; default 50 MiB. */
    public long maxFileBytes() {
        return maxFileBytes;
    }

    /** Returns how many chunks are embedded and stored at a time; default 64, 1 to 4096. */
    public int batchSize() {
        return batchSize;
    }

    /** Returns the course, or empty to take it from {@code course.yaml} or from the folder's name. */
    public Optional<CourseId> course() {
        return Optional.ofNullable(course);
    }

    /** Builds settings. Not thread-safe. */
    public static final class Builder {
        private @Nullable ChunkingSettings chunking;
        private @Nullable Long maxFileBytes;
        private @Nullable Integer batchSize;
        private @Nullable CourseId course;

        private Builder() {}

        /** Sets how long chunks are. */
        public Builder chunking(ChunkingSettings settings) {
            once("chunking", chunking);
            chunking = settings;
            return this;
        }

        /** Sets the size in bytes above which a file is refused. */
        public Builder maxFileBytes(long bytes) {
            once("maxFileBytes", maxFileBytes);
            maxFileBytes = bytes;
            return this;
        }

        /** Sets how many chunks are embedded and stored at a time. */
        public Builder batchSize(int chunks) {
            once("batchSize", batchSize);
            batchSize = chunks;
            return this;
        }

        /** Sets the course, whatever the folder says. */
        public Builder course(CourseId id) {
            once("course", course);
            course = id;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with everything that is wrong
         */
        public IngestionSettings build() {
            return new IngestionSettings(this);
        }

        private static void once(String property, @Nullable Object before) {
            if (before != null) {
                throw new InvalidValueException(property, "be set once", before, "remove one of the two calls");
            }
        }
    }
}
