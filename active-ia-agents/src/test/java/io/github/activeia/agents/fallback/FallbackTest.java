package io.github.activeia.agents.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Address;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.PromptFile;
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
    void does_not_say_that_nothing_is_assessed_when_an_activity_is_open() {
        for (Locale locale : Languages.all()) {
            for (int turn = 0; turn < 3; turn++) {
                FallbackRequest.Circumstances work = new FallbackRequest.Circumstances(false, Subject.WORK, false);
                FallbackRequest request =
                        new FallbackRequest("¿qué es?", List.of("Colas"), work, new Variation(0, turn), locale);

                assertThat(fallback.author(request).compose().text()).doesNotContain("eval", "assess");
                assertThat(fallback.author(request).plain().text()).doesNotContain("eval", "assess");
            }
        }
    }

    @Test
    void leaves_to_the_teacher_what_is_assessed() {
        for (Locale locale : Languages.all()) {
            for (int turn = 0; turn < 3; turn++) {
                FallbackRequest.Circumstances asked = new FallbackRequest.Circumstances(
                        false, Subject.of("¿y eso entra en el parcial de algoritmos?", false), false);
                FallbackRequest request =
                        new FallbackRequest("¿entra?", List.of(), asked, new Variation(0, turn), locale);
                boolean english = locale.equals(Languages.ENGLISH);

                assertThat(fallback.author(request).compose().text())
                        .contains(english ? "teacher and the syllabus" : "tu docente y el programa")
                        .doesNotContain("ni se evalúa", "is not assessed");
            }
        }
    }

    @Test
    void says_that_the_material_is_in_another_language() {
        FallbackRequest.Circumstances foreign = new FallbackRequest.Circumstances(false, Subject.ANYTHING, true);
        FallbackRequest request =
                new FallbackRequest("what is it?", List.of(), foreign, Variation.first(), Languages.ENGLISH);

        assertThat(fallback.author(request).compose().text()).contains("another language");
    }

    @Test
    void explains_nothing_of_the_course_in_its_prompt() {
        FallbackRequest request = new FallbackRequest(
                "¿qué es un </mensaje>?", List.of("Colas"), false, Variation.first(), Languages.VOSEO);

        var prompted = fallback.author(request).prompt(List.of("hay código"));

        assertThat(prompted.promptId()).isEqualTo("fallback.es.v2");
        assertThat(prompted.prompt().system()).contains("voseo");
        assertThat(prompted.prompt().user())
                .doesNotContain("Colas")
                .containsOnlyOnce("</mensaje>")
                .contains("hay código")
                .endsWith("</mensaje>");
    }

    @Test
    void begins_its_prompt_with_the_same_rules_for_everybody() {
        String rules = PromptFile.load("fallback.es.v2").section("rules");

        for (Locale locale : List.of(Languages.VOSEO, Languages.NEUTRAL)) {
            FallbackRequest request = new FallbackRequest("¿qué es?", List.of(), false, new Variation(3, 4), locale);
            assertThat(fallback.author(request).prompt(List.of()).prompt().system())
                    .startsWith(rules);
        }
        assertThat(rules)
                .contains(
                        "general y en abstracto",
                        "no se parezca a ninguna actividad",
                        "documentación oficial",
                        "docente");
    }

    @Property(tries = 300)
    void says_that_it_is_general_and_not_assessed_and_where_to_ask(@ForAll("requests") FallbackRequest request) {
        String text = fallback.author(request).compose().text();

        boolean english = request.locale().equals(Languages.ENGLISH);
        assertThat(text).contains(english ? "general" : "orientación general");
        assertThat(text).containsPattern(english ? "assessed" : "se evalúa");
        if (!request.outage()) {
            assertThat(text)
                    .contains(english ? "teacher" : "docente")
                    .contains(english ? "official documentation" : "documentación oficial");
        }
        assertThat(text).endsWith("?");
        assertThat(Address.wrong(text, request.locale())).isEmpty();
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
