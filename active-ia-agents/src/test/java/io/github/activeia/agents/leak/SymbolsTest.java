package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SymbolsTest {
    @Test
    void lines_of_signs_are_kept_without_blanks() {
        assertThat(Symbols.of("b) `^(0 | 1(01*0)*1)+$`\nLa respuesta (b) es esa.\n42\np → t"))
                .isEqualTo(Set.of("^(0|1(010)1)+$"));
    }
}
