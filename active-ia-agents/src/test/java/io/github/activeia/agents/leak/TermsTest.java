package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Property(tries = 300)
    void rest_is_what_no_text_has(@ForAll Set<Byte> solution, @ForAll Set<Byte> one, @ForAll Set<Byte> other) {
        Terms terms = new Terms(words(solution), 7);
        BitSet known = new BitSet();
        known.set(0, 7);
        known.set(terms.end(), terms.end() + 3);
        Set<String> left = words(solution);
        left.removeAll(words(one));
        left.removeAll(words(other));

        terms.mark(() -> words(one), known);
        terms.mark(() -> words(other), known);
        Set<String> rest = terms.without(known);

        assertThat(rest).hasSize(left.size());
        assertThat(rest).containsExactlyInAnyOrderElementsOf(left);
        assertThat(words(solution)).allMatch(word -> rest.contains(word) == left.contains(word));
    }

    @Test
    void text_is_not_read_when_the_solution_has_nothing_of_a_kind() {
        Terms terms = new Terms(Set.of(), 0);

        terms.mark(
                () -> {
                    throw new AssertionError("read");
                },
                new BitSet());

        assertThat(terms.end()).isZero();
    }

    private static Set<String> words(Set<Byte> numbers) {
        Set<String> words = new HashSet<>();
        numbers.forEach(number -> words.add("word" + number % 20));
        return words;
    }
}
