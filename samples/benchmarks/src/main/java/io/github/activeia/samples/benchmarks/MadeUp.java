package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** A corpus of invented words, always the same, for measurements and tests that need no real one and no model. */
final class MadeUp {
    private static final int DIMENSION = 64;
    private static final int WORDS = 60;
    private static final int QUESTION_WORDS = 5;
    private static final int VOCABULARY = 2000;
    private static final List<String> SYLLABLES = List.of("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru");

    private MadeUp() {}

    /** Returns that many passages, and as many questions; each question is made of words of the passage with its number. */
    static Dataset dataset(int size) {
        Random chance = new Random(11);
        Embedder model = model();
        List<Row> rows = new ArrayList<>();
        List<Asked> questions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> words = words(chance);
            String text = String.join(" ", words);
            rows.add(new Row(
                    "p" + i,
                    "Tema " + i,
                    text,
                    Dataset.EVERYTHING,
                    model.embedPassages(List.of(text)).get(0)));
            String question = String.join(" ", words.subList(0, QUESTION_WORDS));
            questions.add(new Asked("q" + i, question, model.embedQuery(question)));
        }
        return new Dataset("made-up", "es", rows, questions);
    }

    /** Returns a model without meaning: each word moves the vector in a direction of its own. */
    static Embedder model() {
        return new Embedder() {
            @Override
            public EmbeddingProfile profile() {
                return EmbeddingProfile.of("made-up", DIMENSION);
            }

            @Override
            public float[] embedQuery(String question) {
                return vector(question);
            }

            @Override
            public List<float[]> embedPassages(List<String> passages) {
                return passages.stream().map(MadeUp::vector).toList();
            }
        };
    }

    private static float[] vector(String text) {
        float[] sum = new float[DIMENSION];
        for (String word : text.split("\\s+", -1)) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) direction.nextGaussian();
            }
        }
        return Vectors.normalised(sum);
    }

    private static List<String> words(Random chance) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(word(chance.nextInt(VOCABULARY)));
        }
        return words;
    }

    private static String word(int number) {
        StringJoiner word = new StringJoiner("");
        for (int rest = number + VOCABULARY; rest > 0; rest /= SYLLABLES.size()) {
            word.add(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}
