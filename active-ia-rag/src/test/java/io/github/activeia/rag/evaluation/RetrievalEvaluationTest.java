package io.github.activeia.rag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
    private static final CourseId COURSE = new CourseId("prueba");

    @TempDir
    Path directory;

    @BeforeEach
    void writeDataset() throws IOException {
        Files.writeString(
                directory.resolve("corpus.jsonl"),
                """
                {"_id": "p1", "title": "Colas", "text": "La cola circular reutiliza el arreglo."}
                {"id": "p2", "title": "Pilas", "text": "La pila crece hacia arriba."}
                {"id": "p3", "title": "", "text": "La lista enlazada no tiene un tamaño fijo."}
                """);
        Files.writeString(
                directory.resolve("queries.jsonl"),
                """
                {"_id": "q1", "text": "¿Qué es una cola circular?", "type": "definition"}
                {"id": "q2", "text": "¿Hacia dónde crece la pila?", "type": "conceptual"}
                {"id": "q3", "text": "sin respuesta"}
                """);
        Files.writeString(
                directory.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\nq1\tp1\t1\nq2\tp2\t1\nq3\tp3\t0\n");
    }

    @Test
    void both_spellings_of_the_id_are_read_and_questions_without_answer_left_out() {
        BeirDataset data = BeirDataset.load(directory);

        assertThat(data.passages()).extracting(BeirDataset.Passage::id).containsExactly("p1", "p2", "p3");
        assertThat(data.questions()).extracting(BeirDataset.Question::id).containsExactly("q1", "q2");
    }

    @Test
    void halves_share_no_question_and_miss_none() {
        BeirDataset data = BeirDataset.load(directory);

        List<BeirDataset.Question> tune = data.half(BeirDataset.Half.TUNE).questions();
        List<BeirDataset.Question> report = data.half(BeirDataset.Half.REPORT).questions();

        assertThat(tune).doesNotContainAnyElementsOf(report);
        assertThat(tune.size() + report.size()).isEqualTo(2);
    }

    @Test
    void easy_questions_are_answered_through_the_real_store_and_retriever(@TempDir Path index) {
        Embedder embedder = new BagOfWordsEmbedder();
        try (LuceneKnowledgeStore store = LuceneKnowledgeStore.open(index, embedder.profile())) {
            EvaluationReport report = RetrievalEvaluation.of(BeirDataset.load(directory), COURSE)
                    .index(store, embedder, "es")
                    .run(HybridRetriever.of(store, embedder, RetrievalSettings.defaults()));

            assertThat(report.overall()).isEqualTo(new RankingMetrics(2, 1, 1, 1, 1));
            assertThat(report.byType()).containsOnlyKeys("conceptual", "definition");
            assertThat(report.toJson())
                    .isEqualTo(
                            "{\"overall\":{\"n\":2,\"ndcg@10\":1.0,\"recall@10\":1.0,\"mrr@10\":1.0,\"hit@10\":1.0},"
                                    + "\"byType\":{"
                                    + "\"conceptual\":{\"n\":1,\"ndcg@10\":1.0,\"recall@10\":1.0,\"mrr@10\":1.0,\"hit@10\":1.0},"
                                    + "\"definition\":{\"n\":1,\"ndcg@10\":1.0,\"recall@10\":1.0,\"mrr@10\":1.0,\"hit@10\":1.0}}}");
        }
    }

    @Test
    void missing_file_is_named() throws IOException {
        Files.delete(directory.resolve("qrels.tsv"));

        assertThatThrownBy(() -> BeirDataset.load(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("qrels.tsv must");
    }

    @Test
    void broken_line_is_named() throws IOException {
        Files.writeString(directory.resolve("corpus.jsonl"), "{\"id\": \"p1\"}\nnot json\n");

        assertThatThrownBy(() -> BeirDataset.load(directory)).hasMessageContaining("line 2 is not JSON");
    }
}
