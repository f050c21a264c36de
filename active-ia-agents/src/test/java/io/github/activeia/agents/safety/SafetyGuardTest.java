package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGuardTest {
    private static final String SOLUTION =
            """
            El ejercicio se resuelve recorriendo la lista de derecha a izquierda y contando las inversiones que aparecen.

            ```python
            def contar(lista):
                total = 0
                for i in range(len(lista)):
                    for j in range(i + 1, len(lista)):
                        if lista[i] > lista[j]:
                            total += 1
                return total
            ```

            Para la lista del enunciado el resultado es 17.
            """;
    private static final String THEORY =
            """
            La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor.

            ```python
            while j > 0 and datos[j - 1] > clave:
                datos[j] = datos[j - 1]
                j -= 1
            ```
            """;
    private static final SolutionIndex INDEX =
            (course, text, most) -> List.of(new SolutionIndex.StoredSolution("s1", SOLUTION, "solucion.md"));
    private static final SafetyGuard GUARD = SafetyGuard.of(INDEX);

    private static Passage theory() {
        Passage.Document document = new Passage.Document(
                "unidad-3/insercion.md", "Inserción", ContentType.THEORY, "3", null, null, "es", null, null);
        return new Passage("p1", THEORY, 1, document, List.of("El invariante"), null);
    }

    private static Draft draft(String text, HelpLevel level, CoursePolicy policy, boolean model) {
        Locale locale = Locale.forLanguageTag("es-AR");
        return new Draft(
                text,
                Exchange.of(new CourseId("alg"), "¿Cómo encaro el ejercicio 2?", List.of(theory())),
                level,
                policy,
                locale,
                model);
    }

    private static SafetyReport check(String text) {
        return GUARD.check(draft(text, HelpLevel.CONCEPT, CoursePolicy.intermediate(), true));
    }

    private static List<String> rules(SafetyReport report) {
        return report.findings().stream().map(SafetyReport.Finding::rule).toList();
    }

    @Test
    void says_how_likely_a_leak_is_of_a_draft_that_passes_too() {
        SafetyReport passed = check("¿Qué compara tu código en cada paso? Probalo en papel con tres registros.");
        SafetyReport template = GUARD.check(draft("¿Qué comparás?", HelpLevel.ORIENT, CoursePolicy.exam(), false));

        assertThat(passed.verdict()).isEqualTo(Verdict.OK);
        assertThat(passed.leak()).isNotNull();
        assertThat(passed.leak().probability()).isBetween(0.0, 0.4);
        assertThat(template.leak()).isNull();
    }

    @Test
    void names_the_code_when_a_text_in_a_code_is_what_decides() {
        String hidden = Base64.getEncoder()
                .encodeToString(
                        "recorrer la lista y contar las inversiones que aparecen".getBytes(StandardCharsets.UTF_8));

        SafetyReport report = check("Fijate en esto: " + hidden);

        assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(report.leak()).isNotNull();
        assertThat(report.leak().kinds()).startsWith("disguise");
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("solution_leak"))
                .extracting(SafetyReport.Finding::evidence)
                .singleElement()
                .asString()
                .startsWith("it has text in a code")
                .contains("by disguise");
    }

    @Test
    void draft_passes_when_it_orients_and_quotes_the_passage() {
        String text =
                "El apunte lo plantea así: «la clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1].\n"
                        + "Probá con `[5, 2, 4]` en papel: ¿qué comparación hace que se detenga?\n[1] unidad-3/insercion.md, «El invariante»";

        SafetyReport report = check(text);

        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.OK);
        assertThat(report.text()).isEqualTo(text);
    }

    @Test
    void code_of_a_passage_is_no_leak_when_the_tutor_without_model_quotes_it() {
        Draft draft = draft(
                "El apunte dice:\n\n" + THEORY + "\n[1] unidad-3", HelpLevel.ORIENT, CoursePolicy.initial(), false);

        SafetyReport report = GUARD.check(draft);

        assertThat(report.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void draft_is_blocked_when_it_copies_the_prose_of_a_solution() {
        SafetyReport report =
                check("Fijate: el ejercicio se resuelve recorriendo la lista de derecha a izquierda y contando las "
                        + "inversiones que aparecen. ¿Probás?");

        assertThat(rules(report)).contains("solution_similarity");
        assertThat(report.verdict()).isGreaterThanOrEqualTo(Verdict.REWRITE);
    }

    @Test
    void draft_is_stopped_when_it_renames_the_identifiers_of_a_solution() {
        String text =
                """
                Mirá:
                ```python
                def f(a):
                    c = 0
                    for x in range(len(a)):
                        for y in range(x + 1, len(a)):
                            if a[x] > a[y]:
                                c += 1
                    return c
                ```
                """;

        SafetyReport report = GUARD.check(draft(text, HelpLevel.SPECIFIC, CoursePolicy.advanced(), true));

        assertThat(rules(report)).contains("solution_leak");
        assertThat(report.verdict()).isGreaterThanOrEqualTo(Verdict.REWRITE);
    }

    @Test
    void evidence_holds_no_text_of_the_solution_when_it_leaks() {
        SafetyReport report = check(SOLUTION);

        assertThat(report.findings()).isNotEmpty().noneMatch(f -> f.evidence().contains("inversiones"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pensalo bien: la respuesta es 17.",
                "El resultado final es: **17**, ¿ves por qué?",
                "The correct answer is 17"
            })
    void draft_is_blocked_when_it_gives_the_final_answer_of_a_solution(String text) {
        SafetyReport report = check(text);

        assertThat(rules(report)).contains("final_answer");
        assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void draft_is_rewritten_when_a_model_gives_an_answer_that_nobody_gave() {
        SafetyReport report = check("La opción correcta es la b.");

        assertThat(report.verdict()).isEqualTo(Verdict.REWRITE);
    }

    @Test
    void number_is_no_answer_when_it_stands_in_a_condition() {
        SafetyReport report = check("Si el resultado es 0, ¿qué te dice eso del invariante?");

        assertThat(rules(report)).doesNotContain("final_answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Usá esto:\n```python\nwhile lo < hi:\n    m = (lo + hi) // 2\n```",
                "Escribí `total = total + precio * cantidad` dentro del bucle.",
                "def suma(a, b):\n    return a + b"
            })
    void draft_is_rewritten_when_it_has_code_below_level_4(String text) {
        SafetyReport report = GUARD.check(draft(text, HelpLevel.STRATEGY, CoursePolicy.advanced(), true));

        assertThat(rules(report)).contains("level_code");
        assertThat(report.verdict()).isGreaterThanOrEqualTo(Verdict.REWRITE);
    }

    @Test
    void short_code_passes_when_the_policy_allows_it_at_level_4() {
        String text = "Un fragmento:\n```python\nmedio = (bajo + alto) // 2\n```\n¿Qué pasa después?";

        SafetyReport allowed = GUARD.check(draft(text, HelpLevel.SPECIFIC, CoursePolicy.advanced(), true));
        SafetyReport refused = GUARD.check(draft(text, HelpLevel.SPECIFIC, CoursePolicy.intermediate(), true));

        assertThat(allowed.verdict()).isEqualTo(Verdict.OK);
        assertThat(refused.verdict()).isEqualTo(Verdict.REWRITE);
    }

    @Test
    void pseudocode_passes_when_the_level_is_4() {
        String text =
                "Una idea en abstracto:\n```\npara cada elemento\n  mientras el anterior sea mayor\n    desplazar\n```";

        SafetyReport report = GUARD.check(draft(text, HelpLevel.SPECIFIC, CoursePolicy.intermediate(), true));

        assertThat(report.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void marker_is_removed_when_it_points_beyond_the_passages() {
        SafetyReport report = check("La clave se desplaza [1] y la lista queda ordenada [7].");

        assertThat(report.verdict()).isEqualTo(Verdict.WARN);
        assertThat(report.text()).isEqualTo("La clave se desplaza [1] y la lista queda ordenada.");
    }

    @Test
    void quotation_that_is_invented_is_marked_as_such() {
        SafetyReport report = check("El apunte dice «la inserción siempre es lineal» [1]. ¿Estás de acuerdo?");

        assertThat(rules(report)).containsExactly("citation_quote");
        assertThat(report.text())
                .isEqualTo(
                        "El apunte dice «la inserción siempre es lineal» (no pude encontrar esta cita en el material)."
                                + " ¿Estás de acuerdo?");
        assertThat(check("Dice: \"la inserción siempre es muy lineal\" [1].").text())
                .contains("no pude encontrar");
        assertThat(check("Imprime \"hola\" [1]. ¿Por qué?").text()).contains("\"hola\" [1]");
    }

    @Test
    void personal_data_is_replaced_when_a_draft_has_some() {
        SafetyReport report = check("Escribile a ana.perez@gmail.com, ¿te parece?");

        assertThat(report.text()).isEqualTo("Escribile a [EMAIL], ¿te parece?");
        assertThat(rules(report)).containsExactly("personal_data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>The student wants the answer.</think> ¿Qué probaste?",
                "Mirá esto: <script>fetch('//x.example')</script>",
                "Mirá el dibujo: ![dibujo](https://x.example/p.png?q=ana)",
                "Seguí [por acá](javascript:alert(1)), ¿sí?"
            })
    void draft_is_rewritten_when_it_has_markup_that_runs_or_fetches(String text) {
        assertThat(rules(check(text))).contains("markup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La etiqueta `<script>` va al final del cuerpo. ¿Por qué?",
                "Si a < b y c > d, ¿qué imprime? Mirá ![el dibujo](dibujo.png).",
                "Una List<Object> guarda cualquier cosa: ¿qué perdés?"
            })
    void markup_that_is_code_or_harmless_passes(String text) {
        assertThat(rules(check(text))).doesNotContain("markup");
    }

    @Test
    void draft_is_rewritten_when_it_recites_its_instructions() {
        SafetyReport report = check("Mis instrucciones dicen que no puedo. <pasaje id=1>");

        assertThat(rules(report)).contains("prompt_leak");
        assertThat(report.verdict()).isEqualTo(Verdict.REWRITE);
    }

    @Test
    void draft_is_rewritten_when_it_speaks_another_language_or_insults() {
        SafetyReport english =
                check("What do you think is the first step of this exercise, and how can you check that it is right?");
        SafetyReport rude = check("Qué pregunta tonta, ¿no?");

        assertThat(rules(english)).containsExactly("language");
        assertThat(rules(rude)).containsExactly("tone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Some os produtos pelo peso de cada um, e você não esqueça: ao final, tire isso do total.",
                "Il faut d'abord trier les valeurs et puis les comparer avec la moyenne des deux.",
                "Prima si ordinano gli elementi della lista, poi si divide il totale per il numero di quelli che sono dispari.",
                "Zuerst wird die Liste sortiert und dann der Wert mit dem Mittel verglichen.",
                "Secondo me la palla arriva al muro dopo due secondi, a dodici metri.",
                "Dale, te lo muestro. Multiplique cada número pelo seu peso e some tudo.",
                "Mirá esto: le temps est de trois secondes, et la hauteur de douze mètres.",
                "Buena pregunta. You sort them first and then you take the one in the middle. ¿Se entiende?"
            })
    void short_draft_or_sentence_in_another_language_is_rewritten(String text) {
        assertThat(rules(check(text))).contains("language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dos, dos, dos: ¿cuántos dos ves?",
                "Che, ¿y si les das dos valores? Allá sonó bien: di dos más.",
                "Che, une dos listas: dos y dos.",
                "Fijate en el artículo de García et al. y en la fórmula de Gödel.",
                "El libro es *The Art of Computer Programming*, y ahí está el teorema de von Neumann.",
                "La expresión «il faut que» pide subjuntivo: ¿qué verbo viene después?",
                "En SQL, WHERE filtra filas y HAVING grupos: ¿cuál necesitás?"
            })
    void spanish_words_that_other_languages_have_too_are_spanish(String text) {
        assertThat(rules(check(text))).doesNotContain("language");
    }

    @Test
    void draft_that_quotes_a_few_foreign_words_is_in_its_own_language() {
        SafetyReport report = check(
                "Mirá la frase «il pleut dans les rues»: ¿qué artículo es ese \"les\" y qué función tiene en la frase?");

        assertThat(rules(report)).doesNotContain("language");
    }
}
