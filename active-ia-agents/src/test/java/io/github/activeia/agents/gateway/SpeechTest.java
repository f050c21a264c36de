package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.admission.Refusal;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechTest {
    private final Speech speech = new Speech(null);

    @ParameterizedTest
    @CsvSource({
        "PT0.2S, un segundo",
        "PT40S, 40 segundos",
        "PT60S, un minuto",
        "PT61S, 2 minutos",
        "PT59M, 59 minutos",
        "PT60M, una hora",
        "PT61M, 2 horas"
    })
    void says_when_to_come_back_and_never_too_early(Duration wait, String words) {
        Refusal refusal = new Refusal(Refusal.Reason.RATE_LIMIT, false, wait);

        assertThat(speech.refused(refusal, Languages.VOSEO, Variation.first())).contains("en " + words + ";");
    }

    @ParameterizedTest
    @EnumSource
    void has_words_for_every_refusal_in_every_language(Refusal.Reason reason) {
        for (Locale locale : Languages.all()) {
            assertThat(speech.refused(new Refusal(reason, false, null), locale, Variation.first()))
                    .endsWith(".");
            assertThat(speech.refused(new Refusal(reason, true, null), locale, Variation.first()))
                    .isEqualTo(speech.failed(locale));
        }
    }
}
