package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusGrowthTest {
    private final Dataset original = MadeUp.dataset(30);

    @Test
    void makes_the_same_corpus_when_the_seed_is_the_same() {
        Dataset once = CorpusGrowth.grow(original, 100, 7);
        Dataset twice = CorpusGrowth.grow(original, 100, 7);
        Dataset other = CorpusGrowth.grow(original, 100, 8);

        assertThat(texts(once)).isEqualTo(texts(twice)).isNotEqualTo(texts(other));
        assertThat(once.rows().get(99).vector())
                .containsExactly(twice.rows().get(99).vector());
    }

    @Test
    void keeps_the_original_passages_when_it_grows() {
        Dataset grown = CorpusGrowth.grow(original, 100, 7);

        assertThat(grown.rows()).hasSize(100).startsWith(original.rows().toArray(Row[]::new));
        assertThat(grown.rows().stream().map(Row::id)).doesNotHaveDuplicates();
    }

    @Test
    void drops_words_and_moves_the_vector_a_little_when_a_passage_is_copied() {
        Row copy = CorpusGrowth.grow(original, 31, 7).rows().get(30);
        Row source = original.rows().get(0);

        assertThat(List.of(source.text().split(" ", -1)))
                .containsAll(List.of(copy.text().split(" ", -1)))
                .hasSizeGreaterThan(copy.text().split(" ", -1).length);
        assertThat(Vectors.dot(copy.vector(), copy.vector())).isCloseTo(1, within(1e-5));
        assertThat(Vectors.dot(copy.vector(), source.vector())).isBetween(0.9, 0.999);
    }

    @Test
    void deals_every_passage_to_one_course_when_it_is_split() {
        Dataset split = CorpusGrowth.grow(original, 1000, 7).split(42);

        Map<String, Long> sizes =
                split.rows().stream().collect(Collectors.groupingBy(Row::course, Collectors.counting()));

        assertThat(sizes)
                .containsOnly(
                        Map.entry("course-half", 500L),
                        Map.entry("course-rest", 445L),
                        Map.entry("course-twentieth", 50L),
                        Map.entry("course-two_hundredth", 5L));
        assertThat(split.rows().stream().map(Row::id)).doesNotHaveDuplicates();
    }

    private static List<String> texts(Dataset dataset) {
        return dataset.rows().stream().map(Row::text).toList();
    }
}
