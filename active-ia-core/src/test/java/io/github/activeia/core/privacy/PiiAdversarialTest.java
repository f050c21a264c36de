package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long texts that would keep a backtracking pattern, or a search that starts over at each character, busy for hours. */
class PiiAdversarialTest {
    private static final int LENGTH = 100_000;
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    static Stream<String> parts() {
        return Stream.of(
                "a",
                "1 ",
                "1.",
                "@",
                "a@",
                "a @ ",
                "a arroba a punto ",
                "a://a?",
                "`",
                "` ``",
                "[EMAIL_1]",
                "+1 ",
                "calle ",
                "vivo en A ",
                "soy Ana A y ",
                "mi profe de ",
                "ES91 2100 ",
                "1.1.1.1 ",
                "tel 4321-5678 ",
                "legajo A-",
                "Á ",
                "piso 1 ",
                "12 34 ",
                "4111 1111 1111 1112 ",
                "a.b/c ",
                "“a",
                "(1, 'a', ",
                "Ana Paz (",
                "grupo: Ana Paz, ",
                "Saludos, ",
                "San Martín al ");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void message_is_found_when_it_stands_behind_a_long_text(String part) {
        String noise = part.repeat(LENGTH / part.length());
        String text = noise + "\n\n```\n```\nmi mail es zoe.paz@uni.edu.ar fin";

        Redaction redaction = REDACTOR.redact(text);

        assertThat(redaction.restore(redaction.text())).isEqualTo(text);
    }
}
