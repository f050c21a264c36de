package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.CourseId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure parts. */
class PgPiecesTest {
    private static final CourseId COURSE = new CourseId("algoritmos");

    @Test
    void every_half_survives_the_way_to_a_float_and_back() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            if ((bits >>> 10 & 31) < 31) {
                assertThat(HalfFloat.bits(decoded(bits)) & 0xffff)
                        .as("%x", bits)
                        .isEqualTo(bits);
            }
        }
    }

    @Test
    void float_between_two_halves_goes_to_the_nearer_and_to_the_even_one() {
        for (int bits = 0; bits < 0x7bff; bits++) {
            double low = decoded(bits);
            double high = decoded(bits + 1);
            float middle = (float) ((low + high) / 2);
            int even = bits % 2 == 0 ? bits : bits + 1;

            assertThat(HalfFloat.bits(middle) & 0xffff).as("%x", bits).isEqualTo(even);
            assertThat(HalfFloat.bits(Math.nextDown(middle)) & 0xffff)
                    .as("%x", bits)
                    .isEqualTo(bits);
            assertThat(HalfFloat.bits(Math.nextUp(middle)) & 0xffff)
                    .as("%x", bits)
                    .isEqualTo(bits + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"65504,7bff", "65505,7bff", "1e30,7bff", "-1e30,fbff", "1e-30,0", "-1e-30,8000", "-0.0,8000"})
    void float_beyond_the_halves_becomes_the_last_of_them(float value, String bits) {
        assertThat(Integer.toHexString(HalfFloat.bits(value) & 0xffff)).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({
        "insercion,inesrcion",
        "insercion,insercio",
        "insercion,inssercion",
        "insercion,imsercion",
        "insercion,nsercion",
        "insercion,insercionx",
        "insercion,ninsercion",
        "cola,coal",
        "tp20,tp2",
        "a1b2,a1c2"
    })
    void slip_of_the_keys_is_among_the_edits(String word, String slip) {
        assertThat(Edits.of(word)).contains(slip);
        assertThat(word.length() < 4 || slip.length() < 4 || Edits.of(slip).contains(word))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "col", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void word_has_no_edits_when_it_is_too_short_or_too_long(String word) {
        assertThat(Edits.of(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cola", "aaaa", "ñandu", "insercion"})
    void edits_are_one_step_away_and_never_the_word(String word) {
        Set<String> edits = Edits.of(word);

        assertThat(edits).doesNotContain(word).hasSizeGreaterThan(36 * word.length());
        assertThat(edits).allSatisfy(edit -> assertThat(distance(word, edit)).isEqualTo(1));
    }

    @Test
    void number_of_a_term_depends_on_course_language_and_term() {
        int number = ChunkTerms.number(COURSE, "es", "cola");

        assertThat(number).isBetween(1, ChunkTerms.PLACES).isEqualTo(ChunkTerms.number(COURSE, "es", "cola"));
        assertThat(List.of(
                        ChunkTerms.number(COURSE, "en", "cola"),
                        ChunkTerms.number(COURSE, "es", "pila"),
                        ChunkTerms.number(new CourseId("otra"), "es", "cola")))
                .doesNotContain(number)
                .doesNotHaveDuplicates();
    }

    @Test
    void numbers_of_many_terms_are_places_and_rarely_the_same() {
        int[] numbers = new int[50_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ChunkTerms.number(COURSE, "es", "termino" + i);
        }

        assertThat(Arrays.stream(numbers).min().orElse(0)).isPositive();
        assertThat(Arrays.stream(numbers).max().orElse(0)).isLessThanOrEqualTo(ChunkTerms.PLACES);
        assertThat(Arrays.stream(numbers).distinct().count()).isGreaterThan(49_980);
    }

    @ParameterizedTest
    @CsvSource({"es,es", "ES,es", "En,en", "pt,other", "'',other", "words,other"})
    void language_without_an_analysis_is_other(String language, String expected) {
        assertThat(new ChunkTerms().languageOf(language)).isEqualTo(expected);
    }

    @Test
    void weight_is_that_of_bm25() {
        float[] weights = Bm25.weights(new int[] {1, 3}, 20, 10f);

        assertThat(weights[0]).isCloseTo(1f / (1 + 1.2f * (0.25f + 0.75f * 2)), within(1e-6f));
        assertThat(weights[1]).isCloseTo(3f / (3 + 1.2f * (0.25f + 0.75f * 2)), within(1e-6f));
        assertThat(Bm25.holds(10f, 11.4)).isTrue();
        assertThat(Bm25.holds(10f, 11.6)).isFalse();
        assertThat(Bm25.holds(10f, 8.4)).isFalse();
    }

    /** Decodes a half as IEEE 754 defines it. */
    private static float decoded(int bits) {
        int exponent = bits >>> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 0 ? fraction * 0x1p-24 : (1 + fraction * 0x1p-10) * Math.pow(2, exponent - 15);
        return (float) (bits >>> 15 == 0 ? size : -size);
    }

    /** Counts letters put in, left out, changed or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                least[i][j] = Math.min(least[i - 1][j - 1] + change, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[one.length()][other.length()];
    }
}
