package io.github.activeia.rag.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfiledEmbedderTest {
    private static final EmbeddingProfile THREE =
            EmbeddingProfile.of("three", 3).withPrefixes("q: ", "p: ");

    @Test
    void puts_the_right_prefix_before_each_text() {
        Recording model = new Recording(text -> new float[] {1, 2, 2});
        Embedder embedder = Embedder.of(model, THREE);

        embedder.embedQuery("qué es una cola");
        embedder.embedPassages(List.of("una cola es"));

        assertThat(model.calls).containsExactly(List.of("q: qué es una cola"), List.of("p: una cola es"));
    }

    @Test
    void scales_to_length_one_when_the_profile_says_so() {
        Embedder embedder = Embedder.of(new Recording(text -> new float[] {3, 0, 4}), THREE);

        assertThat(embedder.embedQuery("cola")).containsExactly(new float[] {0.6f, 0, 0.8f}, within(1e-6f));
    }

    @Test
    void scales_again_when_vectors_are_truncated() {
        EmbeddingProfile two = THREE.truncatedTo(2);
        Embedder embedder = Embedder.of(new Recording(text -> new float[] {3, 4, 12}), two);

        assertThat(embedder.embedQuery("cola")).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void sends_batches_in_order_when_there_are_many_passages() {
        Recording model = new Recording(text -> new float[] {Float.parseFloat(text.substring(3)) + 1, 0, 1});
        List<String> passages =
                IntStream.range(0, 70).mapToObj(Integer::toString).toList();

        List<float[]> vectors = Embedder.of(model, THREE).embedPassages(passages);

        assertThat(model.calls).extracting(List::size).containsExactly(32, 32, 6);
        assertThat(vectors.get(69)[0] / vectors.get(69)[2]).isCloseTo(70, within(1e-3f));
    }

    @Test
    void asks_nothing_when_there_is_no_passage() {
        Recording model = new Recording(text -> new float[3]);

        assertThat(Embedder.of(model, THREE).embedPassages(List.of())).isEmpty();
        assertThat(model.calls).isEmpty();
    }

    @Test
    void refuses_a_blank_text() {
        Embedder embedder = Embedder.of(new Recording(text -> new float[] {1, 0, 0}), THREE);

        assertThatThrownBy(() -> embedder.embedQuery(" \n")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void names_both_dimensions_when_the_model_is_another_one() {
        Embedder embedder = Embedder.of(new Recording(text -> new float[768]), THREE);

        assertThatThrownBy(() -> embedder.embedQuery("cola"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dimension of three must be 3")
                .hasMessageContaining("but was 768");
    }

    @Test
    void refuses_a_vector_without_direction() {
        Embedder zero = Embedder.of(new Recording(text -> new float[3]), THREE);
        Embedder nan = Embedder.of(new Recording(text -> new float[] {Float.NaN, 1, 1}), THREE);

        assertThatThrownBy(() -> zero.embedQuery("cola")).isInstanceOf(EmbeddingException.class);
        assertThatThrownBy(() -> nan.embedQuery("cola")).isInstanceOf(EmbeddingException.class);
    }

    @Test
    void refuses_an_answer_with_vectors_missing() {
        EmbeddingModel lazy = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(List.of());
            }
        };

        assertThatThrownBy(() -> Embedder.of(lazy, THREE).embedQuery("cola"))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("returned 0 for 1 texts");
    }

    @Test
    void tells_an_outage_from_a_mistake_and_repeats_no_text() {
        Embedder busy = Embedder.of(failing(new RateLimitException("busy: mi texto")), THREE);
        Embedder locked = Embedder.of(failing(new AuthenticationException("key")), THREE);

        assertThatThrownBy(() -> busy.embedQuery("mi texto"))
                .hasMessageNotContaining("mi texto")
                .extracting(e -> ((ActiveIaException) e).retriable())
                .isEqualTo(true);
        assertThatThrownBy(() -> locked.embedQuery("mi texto"))
                .extracting(e -> ((ActiveIaException) e).retriable())
                .isEqualTo(false);
    }

    private static EmbeddingModel failing(RuntimeException failure) {
        return new Recording(text -> {
            throw failure;
        });
    }

    private static final class Recording implements EmbeddingModel {
        private final List<List<String>> calls = Collections.synchronizedList(new ArrayList<>());
        private final Function<String, float[]> answer;

        Recording(Function<String, float[]> answer) {
            this.answer = answer;
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            calls.add(segments.stream().map(TextSegment::text).toList());
            return Response.from(segments.stream()
                    .map(s -> Embedding.from(answer.apply(s.text())))
                    .toList());
        }
    }
}
