package io.github.activeia.rag.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.testing.MutableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedEmbedderTest {
    private final Cache cache = CaffeineCache.of(1_000_000, MutableClock.at("2026-03-02T10:00:00Z"));
    private final Model model = new Model(EmbeddingProfile.of("test", 2));
    private final Embedder cached = model.cached(cache);

    @Test
    void returns_the_same_vector_without_the_model_when_a_question_comes_again() {
        float[] first = cached.embedQuery("¿cola?");
        first[0] = 99;

        float[] second = cached.embedQuery("¿cola?");

        assertThat(second).containsExactly(6f, 0.1f);
        assertThat(model.asked).containsExactly("? ¿cola?");
    }

    @Test
    void embeds_only_what_is_missing_when_passages_come_again() {
        cached.embedPassages(List.of("uno", "tres"));

        List<float[]> vectors = cached.embedPassages(List.of("uno", "cuatro", "tres", "cuatro"));

        assertThat(model.asked).containsExactly("uno", "tres", "cuatro");
        assertThat(vectors).extracting(vector -> vector[0]).containsExactly(3f, 6f, 4f, 6f);
    }

    @Test
    void asks_no_model_when_there_is_no_passage() {
        assertThat(cached.embedPassages(List.of())).isEmpty();
        assertThat(model.asked).isEmpty();
    }

    @Test
    void keeps_questions_and_passages_apart_when_their_text_is_the_same() {
        cached.embedQuery("cola");

        cached.embedPassages(List.of("cola"));

        assertThat(model.asked).containsExactly("? cola", "cola");
    }

    @Test
    void asks_the_model_when_the_profile_differs_in_anything() {
        Model other = new Model(EmbeddingProfile.of("test", 2).withPrefixes("q: ", ""));
        cached.embedQuery("cola");

        other.cached(cache).embedQuery("cola");

        assertThat(other.asked).containsExactly("? cola");
    }

    /** Says how long a text is, and what it was asked. */
    private static final class Model implements Embedder {
        private final EmbeddingProfile profile;
        private final List<String> asked = new ArrayList<>();

        private Model(EmbeddingProfile profile) {
            this.profile = profile;
        }

        @Override
        public EmbeddingProfile profile() {
            return profile;
        }

        @Override
        public float[] embedQuery(String question) {
            asked.add("? " + question);
            return new float[] {question.length(), 0.1f};
        }

        @Override
        public List<float[]> embedPassages(List<String> passages) {
            asked.addAll(passages);
            return passages.stream()
                    .map(passage -> new float[] {passage.length(), 0.1f})
                    .toList();
        }
    }
}
