package io.github.activeia.agents.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Locale ARGENTINA = Locale.forLanguageTag("es-AR");

    @Test
    void answers_in_the_language_of_the_message() {
        assertThat(Languages.of(Locale.ENGLISH, ARGENTINA, ARGENTINA)).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.of(ARGENTINA, Locale.ENGLISH, Locale.ENGLISH)).isEqualTo(Languages.VOSEO);
    }

    @Test
    void takes_the_address_from_the_screen_when_the_message_does_not_show_it() {
        assertThat(Languages.of(SPANISH, ARGENTINA, SPANISH)).isEqualTo(Languages.VOSEO);
        assertThat(Languages.of(SPANISH, null, ARGENTINA)).isEqualTo(Languages.VOSEO);
        assertThat(Languages.of(SPANISH, Locale.forLanguageTag("es-MX"), ARGENTINA))
                .isEqualTo(Languages.NEUTRAL);
    }

    @Test
    void takes_the_default_where_the_screen_speaks_neither_language() {
        assertThat(Languages.screen(null, ARGENTINA)).isEqualTo(Languages.VOSEO);
        assertThat(Languages.screen(Locale.FRENCH, Locale.ENGLISH)).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.screen(Locale.UK, ARGENTINA)).isEqualTo(Languages.ENGLISH);
    }
}
