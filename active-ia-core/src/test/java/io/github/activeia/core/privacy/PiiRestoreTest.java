package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PiiRestoreTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @Test
    void reply_has_the_values_when_it_quotes_placeholders() {
        Redaction redaction = REDACTOR.redact("Soy Ana Ruiz, mi mail es ana@uni.edu.ar");

        String reply = redaction.restore("Hola [NAME_1], te escribo a [EMAIL_1].");

        assertThat(reply).isEqualTo("Hola Ana Ruiz, te escribo a ana@uni.edu.ar.");
    }

    @Test
    void placeholder_is_the_same_when_the_value_is_written_in_another_way() {
        Redaction redaction =
                REDACTOR.redact("mi mail es ANA@uni.edu.ar o ana@uni.edu.ar, cel 11 5432-1098 o 11-5432-1098");

        assertThat(redaction.text()).isEqualTo("mi mail es [EMAIL_1] o [EMAIL_1], cel [PHONE_1] o [PHONE_1]");
        assertThat(redaction.restore("[EMAIL_1]")).isEqualTo("ANA@uni.edu.ar");
    }

    @Test
    void numbers_go_on_when_there_are_several_values() {
        Redaction redaction = REDACTOR.redact("a@b.com, c@d.com y otra vez a@b.com");

        assertThat(redaction.text()).isEqualTo("[EMAIL_1], [EMAIL_2] y otra vez [EMAIL_1]");
    }

    @Test
    void literal_stays_when_the_message_already_has_a_placeholder() {
        String message = "¿qué es [EMAIL_1]? el mío es ana@uni.edu.ar";

        Redaction redaction = REDACTOR.redact(message);

        assertThat(redaction.text()).isEqualTo("¿qué es [EMAIL_1]? el mío es [EMAIL_2]");
        assertThat(redaction.restore("[EMAIL_1] es una marca, [EMAIL_2] el tuyo"))
                .isEqualTo("[EMAIL_1] es una marca, ana@uni.edu.ar el tuyo");
        assertThat(redaction.restore(redaction.text())).isEqualTo(message);
    }

    @Test
    void text_is_returned_as_it_is_when_it_has_no_placeholder_of_ours() {
        Redaction redaction = REDACTOR.redact("mail ana@uni.edu.ar");

        assertThat(redaction.restore("nada [EMAIL_9] [email_1] [EMAIL_1 [NAME_1]"))
                .isEqualTo("nada [EMAIL_9] [email_1] [EMAIL_1 [NAME_1]");
        assertThat(REDACTOR.redact("hola").restore("[EMAIL_1]")).isEqualTo("[EMAIL_1]");
    }

    @Test
    void nothing_is_printed_when_a_redaction_is_logged() {
        Redaction redaction = REDACTOR.redact("Soy Ana Ruiz, mail ana@uni.edu.ar");

        assertThat(redaction.toString()).doesNotContain("Ana", "ana@uni");
        assertThat(redaction.findings().toString()).doesNotContain("Ana", "ana@uni");
    }

    @Provide
    Arbitrary<String> messages() {
        List<String> parts = List.of(
                "soy Ana Ruiz",
                "me llamo ana",
                "ANA@UNI.EDU.AR",
                "ana@uni.edu.ar",
                "[EMAIL_1]",
                "[NAME_1]",
                "[EMAIL_2",
                "[",
                "]",
                "dni 38.456.123",
                "dni 38456123",
                " ",
                "\n",
                ", ",
                "cel 11 5432-1098",
                "4111 1111 1111 1111",
                "y",
                "`",
                "```",
                "vivo en Mitre 450, Rosario",
                "ES91 2100 0418 4502 0005 1332",
                "\"",
                "(",
                ")",
                "@",
                "://",
                "?token=ab12cd");
        return Arbitraries.of(parts).list().ofMaxSize(14).map(all -> String.join("", all));
    }

    @Property(tries = 500)
    void original_comes_back_when_its_own_redaction_is_restored(@ForAll("messages") String message) {
        Redaction redaction = REDACTOR.redact(message);

        assertThat(redaction.restore(redaction.text())).isEqualTo(message);
    }

    @Property(tries = 200)
    void original_comes_back_when_the_text_is_anything(@ForAll String message) {
        Redaction redaction = REDACTOR.redact(message);

        assertThat(redaction.restore(redaction.text())).isEqualTo(message);
    }

    @Property(tries = 300)
    void text_outside_findings_stays_when_a_message_is_redacted(@ForAll("messages") String message) {
        Redaction redaction = REDACTOR.redact(message);

        StringBuilder expected = new StringBuilder();
        int at = 0;
        for (Redaction.Finding finding : redaction.findings()) {
            expected.append(message, at, finding.start()).append(finding.placeholder());
            at = finding.end();
        }
        assertThat(redaction.text())
                .isEqualTo(expected.append(message, at, message.length()).toString());
    }

    @Test
    void text_is_read_when_an_address_stands_where_a_password_would() {
        Redaction redaction = PiiRedactor.defaults().redact("soy Ana Ruiz://ANA@UNI.EDU.AR://");

        assertThat(redaction.restore(redaction.text())).isEqualTo("soy Ana Ruiz://ANA@UNI.EDU.AR://");
    }
}
