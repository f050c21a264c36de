package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final String TEXT =
            """
            Estás en *Colas* (p. ej., la circular). El apunte dice: «el frente avanza». [1] Probá con 3.5 casos. ¿Qué ves?

            1. Mirá `a.b. c` primero.
            2. Después [2] seguí.
            ```python
            x = 1. + 2

            y = 3
            ```
            Y ahora… ¿cómo sigue? [1][2] Fin""";

    @Test
    void sentence_ends_with_its_citation_and_block_with_its_fence() {
        assertThat(cut(TEXT, List.of(TEXT.length())))
                .extracting(String::strip)
                .containsExactly(
                        "Estás en *Colas* (p. ej., la circular).",
                        "El apunte dice: «el frente avanza». [1]",
                        "Probá con 3.5 casos.",
                        "¿Qué ves?",
                        "1. Mirá `a.b. c` primero.",
                        "2. Después [2] seguí.",
                        "```python\nx = 1. + 2\n\ny = 3\n```",
                        "Y ahora…",
                        "¿cómo sigue? [1][2] Fin");
    }

    @Test
    void cuts_depend_on_the_text_alone() {
        List<String> whole = cut(TEXT, List.of(TEXT.length()));
        Random random = new Random(7);

        for (int run = 0; run < 300; run++) {
            List<Integer> sizes = new ArrayList<>();
            for (int left = TEXT.length(); left > 0; ) {
                int size = Math.min(left, 1 + random.nextInt(9));
                sizes.add(size);
                left -= size;
            }
            assertThat(cut(TEXT, sizes)).isEqualTo(whole);
        }
    }

    private static List<String> cut(String text, List<Integer> sizes) {
        Segments segments = new Segments();
        List<String> cut = new ArrayList<>();
        int at = 0;
        for (int size : sizes) {
            cut.addAll(segments.add(text.substring(at, at + size)));
            at += size;
        }
        String rest = segments.rest();
        if (!rest.isEmpty()) {
            cut.add(rest);
        }
        assertThat(String.join("", cut)).isEqualTo(text);
        return cut;
    }
}
