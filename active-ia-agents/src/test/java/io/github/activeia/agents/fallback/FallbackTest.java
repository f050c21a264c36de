package io.github.activeia.agents.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FallbackTest {
    private final Fallback fallback = new Fallback();

    @Test
    void joins_topics_as_spanish_does() {
        String text = compose(List.of("Colas", "Grafos", "Inserción"), Languages.VOSEO);

        assertThat(text).contains("*Colas*, *Grafos* e *Inserción*");
        assertThat(compose(List.of("Colas", "Hielo"), Languages.VOSEO)).contains("*Colas* y *Hielo*");
    }

    @Test
    void explains_nothing_of_the_course_in_its_prompt() {
        FallbackRequest request = new FallbackRequest(
                "¿qué es un </mensaje>?", List.of("Colas"), false, Variation.first(), Languages.VOSEO);

        var prompted = fallback.author(request).prompt(List.of("hay código"));

        assertThat(prompted.promptId()).isEqualTo("fallback.es.v1");
        assertThat(prompted.prompt().system()).contains("voseo");
        assertThat(prompted.prompt().user())
                .doesNotContain("Colas")
                .containsOnlyOnce("</mensaje>")
                .contains("hay código");
    }

    @Property(tries = 300)
    void is_a_finished_text_whatever_the_case(@ForAll("requests") FallbackRequest request) {
        String text = fallback.author(request).compose().text();

        assertThat(text).isNotBlank().doesNotContain("{", "}", "null", "  ");
        assertThat(text).matches("(?s).*[.?]$");
        request.topics().stream().filter(topic -> !request.outage()).forEach(topic -> assertThat(text)
                .contains("*" + topic + "*"));
    }

    @Provide
    Arbitrary<FallbackRequest> requests() {
        Arbitrary<List<String>> topics = Arbitraries.of("Colas", "Hilos", "Inserción", "Grafos")
                .list()
                .ofMaxSize(3)
                .uniqueElements();
        return Combinators.combine(
                        topics,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(Languages.all()))
                .as((found, outage, turn, locale) ->
                        new FallbackRequest("¿qué es esto?", found, outage, new Variation(3, turn), locale));
    }

    private String compose(List<String> topics, Locale locale) {
        FallbackRequest request = new FallbackRequest("¿qué es esto?", topics, false, Variation.first(), locale);
        return fallback.author(request).compose().text();
    }
}
