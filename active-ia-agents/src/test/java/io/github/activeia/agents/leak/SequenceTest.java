package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SequenceTest {
    @Test
    void shares_nothing_when_either_is_empty() {
        assertThat(Sequence.of(List.of()).share(List.of("a"))).isZero();
        assertThat(Sequence.of(List.of("a")).share(List.of())).isZero();
    }

    @Property(tries = 300)
    void share_is_the_one_of_the_textbook(@ForAll("words") List<String> words, @ForAll("words") List<String> others) {
        double share = Sequence.of(words).share(others);

        assertThat(share).isEqualTo(textbook(words, others));
    }

    @Property(tries = 300)
    void share_is_the_same_when_the_words_grow(
            @ForAll("words") List<String> words,
            @ForAll("words") List<String> first,
            @ForAll("words") List<String> more) {
        Sequence.Grown grown = Sequence.of(words).grown();
        List<String> all = Stream.concat(first.stream(), more.stream()).toList();

        grown.share(first);

        assertThat(grown.share(all)).isEqualTo(textbook(words, all));
        assertThat(grown.share(more)).isEqualTo(textbook(words, more));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f").list().ofMaxSize(200);
    }

    private static double textbook(List<String> of, List<String> in) {
        int[][] longest = new int[of.size() + 1][in.size() + 1];
        for (int i = 1; i <= of.size(); i++) {
            for (int j = 1; j <= in.size(); j++) {
                longest[i][j] = of.get(i - 1).equals(in.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return of.isEmpty() ? 0 : longest[of.size()][in.size()] / (double) of.size();
    }
}
