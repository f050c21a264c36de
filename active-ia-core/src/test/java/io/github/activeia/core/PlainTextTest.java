package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void has_neither_capitals_nor_accents() {
        assertThat(PlainText.fold("¿Árbol, ÑANDÚ y pingüino…?")).isEqualTo("¿arbol, nandu y pinguino…?");
    }

    @Test
    void drops_combining_marks_that_stand_by_themselves() {
        assertThat(PlainText.fold("a\u0301rbol")).isEqualTo("arbol");
    }

    @Test
    void writes_presentation_forms_plainly_when_asked_to() {
        assertThat(PlainText.foldForms("Eﬁcaz: x² … \uD835\uDC65")).isEqualTo("eficaz: x2 ... x");
    }

    @Property
    void is_what_the_normaliser_makes_of_letters(
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '\u024F') String text) {
        assertThat(PlainText.fold(text)).isEqualTo(slowly(text, Normalizer.Form.NFD));
        assertThat(PlainText.foldForms(text)).isEqualTo(slowly(text, Normalizer.Form.NFKD));
    }

    private static String slowly(String text, Normalizer.Form form) {
        return Normalizer.normalize(text, form).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "");
    }
}
