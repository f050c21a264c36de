package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiRedactorTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mi mail es ana.ruiz@uni.edu.ar gracias      | mi mail es [EMAIL_1] gracias
                    anota: ana arroba gmail punto com           | anota: [EMAIL_1]
                    llamame al 11 5432-1098 hoy                 | llamame al [PHONE_1] hoy
                    (011) 4321-5678                             | [PHONE_1]
                    estoy en +34 612 34 56 78                   | estoy en [PHONE_1]
                    mi cel: 3415551234                          | mi cel: [PHONE_1]
                    dni 38456123                                | dni [DNI_1]
                    el 38.456.123 es mío                        | el [DNI_1] es mío
                    cuit 20123456786                            | cuit [CUIL_1]
                    27-28033514-8                               | [CUIL_1]
                    12345678Z                                   | [NIF_1]
                    X1234567L                                   | [NIF_1]
                    va al 2850590940090418135201                | va al [CBU_1]
                    ES91 2100 0418 4502 0005 1332               | [IBAN_1]
                    4111 1111 1111 1111                         | [CARD_1]
                    legajo: 123456/7                            | legajo: [LEGAJO_1]
                    hola, soy Martina López y no entiendo       | hola, soy [NAME_1] y no entiendo
                    me llamo ana y no entiendo                  | me llamo [NAME_1] y no entiendo
                    My name is John Smith.                      | My name is [NAME_1].
                    vivo en Av. Rivadavia 4520, piso 2          | vivo en [ADDRESS_1]
                    calle San Martín 1234                       | [ADDRESS_1]
                    """)
    void datum_is_replaced_when_it_is_personal(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "el máximo es 2147483647 y el otro 9223372036854775807",
                "lista = [40123456, 20304050, 38999111]",
                "ordená 40123456, 20304050, 38999111",
                "md5 5d41402abc4b2a76b9719d911017c592",
                "el timestamp 1712345678901 está mal",
                "son 45.123.456 habitantes",
                "c = 299792458 m/s",
                "me dio 12345678, ¿está bien?",
                "factorizá 1234567890",
                "soy nuevo en esto",
                "soy de primer año",
                "Soy Ingeniera y vuelvo a estudiar",
                "I'm Stuck on this",
                "usá `mail = \"ana@uni.edu\"` acá",
                "```\ndni = 38456123  # mi dni\n```",
                "entre 1998-2004 y 2010-2015",
                "en la fila 12 la nota 10 y el 2024-11-22 10:30",
                "6.02214076e23 y 3.14159265358979"
            })
    void text_stays_when_it_is_harmless(String text) {
        Redaction redaction = REDACTOR.redact(text);

        assertThat(redaction.findings()).isEmpty();
        assertThat(redaction.text()).isEqualTo(text);
    }

    @Test
    void offsets_are_those_of_the_original_when_there_are_several_findings() {
        String text = "soy Ana, mail a@b.com y b@c.org";

        List<Redaction.Finding> findings = REDACTOR.redact(text).findings();

        assertThat(findings)
                .extracting(f -> text.substring(f.start(), f.end()))
                .containsExactly("Ana", "a@b.com", "b@c.org");
    }

    @Test
    void roster_name_is_replaced_when_it_is_written_without_accents() {
        PiiRedactor redactor =
                PiiRedactor.builder().names(List.of("Quimey Antú")).build();

        Redaction redaction = redactor.redact("lo hice con quimey antu ayer");

        assertThat(redaction.text()).isEqualTo("lo hice con [NAME_1] ayer");
    }

    @Test
    void roster_is_refused_when_it_is_set_twice() {
        PiiRedactor.Builder builder = PiiRedactor.builder().names(List.of("A B"));

        assertThatThrownBy(() -> builder.names(List.of("C D"))).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 300)
    void findings_are_ordered_and_within_the_text_when_the_text_is_anything(@ForAll String text) {
        Redaction redaction = REDACTOR.redact(text);

        int at = 0;
        for (Redaction.Finding finding : redaction.findings()) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(at);
            assertThat(finding.end()).isGreaterThan(finding.start()).isLessThanOrEqualTo(text.length());
            at = finding.end();
        }
    }
}
