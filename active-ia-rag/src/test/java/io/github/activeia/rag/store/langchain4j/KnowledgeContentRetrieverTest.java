package io.github.activeia.rag.store.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeContentRetrieverTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final Passage.Document DOCUMENT = new Passage.Document(
            "u2/colas.md", "Colas", ContentType.THEORY, "2", null, Difficulty.BASIC, "es", null, null);
    private static final Passage PASSAGE = new Passage(
            "id-1", "La cola circular reutiliza el arreglo.", 0.8, DOCUMENT, List.of("Colas", "Circular"), 3);
    private static final KnowledgeResult DOUBTFUL =
            new KnowledgeResult(List.of(PASSAGE), RetrievalConfidence.LOW, 0.25, false);

    private final List<KnowledgeQuery> asked = new ArrayList<>();
    private final KnowledgeSource source = query -> {
        asked.add(query);
        return DOUBTFUL;
    };

    @Test
    void passage_becomes_content_with_all_that_is_known_of_it() {
        List<Content> contents = KnowledgeContentRetriever.of(source, COURSE).retrieve(Query.from("¿Qué es una cola?"));

        assertThat(contents).hasSize(1);
        assertThat(contents.get(0).textSegment().text()).isEqualTo("La cola circular reutiliza el arreglo.");
        assertThat(contents.get(0).metadata())
                .isEqualTo(Map.of(ContentMetadata.SCORE, 0.8, ContentMetadata.EMBEDDING_ID, "id-1"));
        assertThat(contents.get(0).textSegment().metadata().toMap())
                .containsEntry("id", "id-1")
                .containsEntry("course", "algoritmos")
                .containsEntry("source", "u2/colas.md")
                .containsEntry("title", "Colas")
                .containsEntry("section_path", "Colas > Circular")
                .containsEntry("page", 3)
                .containsEntry("content_type", "teoria")
                .containsEntry("unit", "2")
                .containsEntry("difficulty", Difficulty.BASIC.value())
                .containsEntry("confidence", "low")
                .containsEntry("probability", 0.25)
                .containsEntry("sufficient", "false")
                .doesNotContainKeys("topic", "version");
    }

    @Test
    void question_is_asked_in_the_course_with_the_number_of_results() {
        KnowledgeContentRetriever.of(source, COURSE).atMost(7).retrieve(Query.from("¿Qué es una cola?"));

        assertThat(asked)
                .containsExactly(KnowledgeQuery.of("¿Qué es una cola?", COURSE).atMost(7));
    }

    @Test
    void nothing_is_returned_when_passages_must_suffice_and_do_not() {
        KnowledgeContentRetriever strict =
                KnowledgeContentRetriever.of(source, COURSE).onlyWhenSufficient();

        assertThat(strict.retrieve(Query.from("¿Qué es una cola?"))).isEmpty();
    }

    @Test
    void passages_are_returned_when_they_must_suffice_and_do() {
        KnowledgeResult sure = new KnowledgeResult(List.of(PASSAGE), RetrievalConfidence.HIGH, 0.9, true);
        KnowledgeContentRetriever strict =
                KnowledgeContentRetriever.of(query -> sure, COURSE).onlyWhenSufficient();

        assertThat(strict.retrieve(Query.from("¿Qué es una cola?"))).hasSize(1);
    }

    @Test
    void number_of_results_is_checked_when_it_is_set() {
        KnowledgeContentRetriever retriever = KnowledgeContentRetriever.of(source, COURSE);

        assertThatThrownBy(() -> retriever.atMost(51))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("maxResults must be from 1 to 50");
    }

    @Test
    void augmentor_of_langchain4j_puts_the_passage_into_the_message() {
        UserMessage question = UserMessage.from("¿Qué es una cola circular?");

        AugmentationResult augmented = DefaultRetrievalAugmentor.builder()
                .contentRetriever(KnowledgeContentRetriever.of(source, COURSE))
                .build()
                .augment(new AugmentationRequest(question, Metadata.from(question, "alumna-7", List.of())));

        assertThat(augmented.contents()).hasSize(1);
        assertThat(((UserMessage) augmented.chatMessage()).singleText())
                .startsWith("¿Qué es una cola circular?")
                .contains("La cola circular reutiliza el arreglo.");
    }
}
