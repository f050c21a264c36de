package io.github.activeia.rag.store.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Our retrieval, for what langchain4j augments: the passages of one course as {@link Content}, best first. Thread-safe.
 *
 * <p>Each content has {@link ContentMetadata#SCORE}, comparable only within one answer, {@link ContentMetadata#EMBEDDING_ID}, and
 * in its segment's metadata: {@code id}, {@code course}, {@code source}, {@code title}, {@code content_type}, {@code language}; where
 * known {@code section_path} (headings joined by {@code " > "}), {@code page}, {@code unit}, {@code topic}, {@code difficulty} and
 * {@code version}; and, of the whole result, {@code confidence} ({@code high}, {@code medium}, {@code low} or {@code none}),
 * {@code probability} (0 to 1) and {@code sufficient} ({@code true} or {@code false}).
 *
 * <p>By default passages are returned whatever the confidence, because langchain4j sends a question without any content to the
 * model all the same; with {@link #onlyWhenSufficient()} nothing is returned when the passages do not answer the question.
 */
public final class KnowledgeContentRetriever implements ContentRetriever {
    private final KnowledgeSource source;
    private final CourseId course;
    private final int maxResults;
    private final boolean onlyWhenSufficient;

    private KnowledgeContentRetriever(
            KnowledgeSource source, CourseId course, int maxResults, boolean onlyWhenSufficient) {
        this.source = Objects.requireNonNull(source, "source");
        this.course = Objects.requireNonNull(course, "course");
        this.maxResults = maxResults;
        this.onlyWhenSufficient = onlyWhenSufficient;
    }

    /** Returns a retriever for one course: up to {@value KnowledgeQuery#DEFAULT_MAX_RESULTS} passages, sufficient or not. */
    public static KnowledgeContentRetriever of(KnowledgeSource source, CourseId course) {
        return new KnowledgeContentRetriever(source, course, KnowledgeQuery.DEFAULT_MAX_RESULTS, false);
    }

    /**
     * Returns the same retriever with another number of passages.
     *
     * @param results 1 to 50
     * @throws io.github.activeia.core.InvalidValueException if it is not
     */
    public KnowledgeContentRetriever atMost(int results) {
        int checked = KnowledgeQuery.of("", course).atMost(results).maxResults();
        return new KnowledgeContentRetriever(source, course, checked, onlyWhenSufficient);
    }

    /** Returns the same retriever, silent where the passages do not suffice to answer. */
    public KnowledgeContentRetriever onlyWhenSufficient() {
        return new KnowledgeContentRetriever(source, course, maxResults, true);
    }

    /**
     * Returns the passages for a question; never a solution.
     *
     * @throws io.github.activeia.core.ActiveIaException if the store cannot be reached
     */
    @Override
    public List<Content> retrieve(Query query) {
        KnowledgeResult result =
                source.retrieve(KnowledgeQuery.of(query.text(), course).atMost(maxResults));
        if (onlyWhenSufficient && !result.sufficient()) {
            return List.of();
        }
        return result.passages().stream()
                .map(passage -> content(passage, result))
                .toList();
    }

    private Content content(Passage passage, KnowledgeResult result) {
        Metadata metadata = described(passage)
                .put("course", course.value())
                .put("confidence", result.confidence().name().toLowerCase(Locale.ROOT))
                .put("probability", result.probability())
                .put("sufficient", Boolean.toString(result.sufficient()));
        return Content.from(
                TextSegment.from(passage.text(), metadata),
                Map.of(ContentMetadata.SCORE, passage.score(), ContentMetadata.EMBEDDING_ID, passage.id()));
    }

    private static Metadata described(Passage passage) {
        Passage.Document document = passage.document();
        Metadata metadata = new Metadata()
                .put("id", passage.id())
                .put("source", document.source())
                .put("title", document.title())
                .put("content_type", document.contentType().value())
                .put("language", document.language());
        put(metadata, "unit", document.unit());
        put(metadata, "topic", document.topic());
        put(metadata, "version", document.version());
        put(
                metadata,
                "difficulty",
                document.difficulty() == null ? null : document.difficulty().value());
        put(
                metadata,
                "section_path",
                passage.sectionPath().isEmpty() ? null : String.join(" > ", passage.sectionPath()));
        if (passage.page() != null) {
            metadata.put("page", passage.page());
        }
        return metadata;
    }

    private static void put(Metadata metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
