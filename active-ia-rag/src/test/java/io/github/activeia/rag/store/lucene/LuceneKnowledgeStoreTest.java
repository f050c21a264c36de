package io.github.activeia.rag.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import io.github.activeia.rag.testing.KnowledgeStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneKnowledgeStoreTest extends KnowledgeStoreContract {
    private final EmbeddingProfile profile = new BagOfWordsEmbedder().profile();

    @TempDir
    Path directory;

    @Override
    protected KnowledgeStore open(EmbeddingProfile with) {
        return LuceneKnowledgeStore.open(directory, with);
    }

    @Test
    void second_store_on_the_same_directory_is_refused() {
        assertThatThrownBy(() -> LuceneKnowledgeStore.open(directory, profile))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("one process at a time");
    }

    @Test
    void directory_with_other_files_is_refused(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("apuntes.md"), "# Cola");

        assertThatThrownBy(() -> LuceneKnowledgeStore.open(other, profile))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("be empty or a store");
        assertThatThrownBy(() -> LuceneKnowledgeStore.open(other, profile)).hasMessageContaining("be empty or a store");
    }

    @Test
    void reading_an_unknown_course_leaves_no_trace_on_disk() throws IOException {
        search("cola");
        store().documents().delete(COURSE, "cola.md");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void courses_with_odd_names_have_folders_of_their_own() {
        List<CourseId> courses = Stream.of("..", "../x", "a/b", "A/B", "á", "ä", "con", " x")
                .map(CourseId::new)
                .toList();

        courses.forEach(
                course -> write(course, "a.md", "La cola de " + course.value().length()));

        assertThat(courses)
                .extracting(CourseIndexFormat::folderName)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]*\\.[0-9a-f]{16}"));
        assertThat(courses).allSatisfy(course -> assertThat(store().documents().list(course))
                .hasSize(1));
    }
}
