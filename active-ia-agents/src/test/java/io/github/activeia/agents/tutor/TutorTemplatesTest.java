package io.github.activeia.agents.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.agents.safety.Draft;
import io.github.activeia.agents.safety.SafetyGuard;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.agents.testing.Address;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.agents.tutor.TutorRequest.Conversation;
import io.github.activeia.agents.tutor.TutorRequest.Reading;
import io.github.activeia.agents.tutor.TutorRequest.Teacher;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every reply that needs no model: mode × level × material × language × strictness × own work. */
class TutorTemplatesTest {
    private static final String HINT = "Un dibujo de tres elementos ayuda.";
    private static final String CODE =
            "i = 1\nwhile i < len(a):\n    clave = a[i]\n    j = i - 1\n    while j >= 0 and a[j] > clave:\n        a[j + 1] = a[j]";
    private static final String PROSE = "El costo es cuadrático.\nPorque cada clave se compara con las anteriores.";
    private static final Pattern MARKER = Pattern.compile("\\[(\\d+)]");
    private static final Pattern ENDS = Pattern.compile("(?s).*\\?[^?]{0,170}\\.$|.*\\?$");
    private static final Pattern EMOJI = Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}]");

    private final TutorComposer composer = new TutorComposer();
    private final SafetyGuard guard = SafetyGuard.of(SolutionIndex.none());

    /** Every mode, review and getting ahead too × level × kind of material × language × strictness × none, one or five passages × no work, code, prose. */
    @Test
    void is_a_finished_reply_in_every_case() {
        int turn = 0;
        for (Reading reading : readings()) {
            for (HelpLevel level : HelpLevel.values()) {
                for (List<Passage> passages : materials()) {
                    for (Locale locale : Languages.all()) {
                        for (String work : Arrays.asList(null, CODE, PROSE)) {
                            Variation variation = new Variation(7, turn++);
                            assertFinished(of(reading, level, passages, variation, CoursePolicy.advanced(), locale)
                                    .showing(work));
                        }
                    }
                }
            }
        }
        assertThat(turn).isEqualTo(2 * 8 * 4 * (6 * 2 + 1) * 3 * 3);
    }

    @Property(tries = 2_000)
    void is_a_finished_reply_that_safety_accepts(@ForAll("requests") TutorRequest request) {
        String text = assertFinished(request);

        SafetyReport report = guard.check(draft(request, text));
        assertThat(report.verdict()).as(text).isEqualTo(Verdict.OK);
        assertThat(report.text()).isEqualTo(text);
    }

    private String assertFinished(TutorRequest request) {
        String text = composer.compose(request).text();
        assertThat(text).isNotBlank().doesNotContain("{", "}", "null", "  ", "\n\n\n");
        assertThat(text).matches(ENDS);
        assertThat(EMOJI.matcher(text).find()).isFalse();
        assertThat(Address.wrong(withoutQuotes(text), request.locale())).isEmpty();
        assertThat(MARKER.matcher(text).results().map(m -> Integer.parseInt(m.group(1))))
                .allMatch(n -> n >= 1 && n <= request.passages().size());
        return text;
    }

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (boolean strict : List.of(true, false)) {
            for (TutorMode mode : TutorMode.values()) {
                readings.add(new Reading(CognitiveIntent.HELP, CognitiveState.STUCK, mode, strict));
            }
            readings.add(new Reading(CognitiveIntent.VALIDATE, CognitiveState.VALIDATION, TutorMode.SOCRATIC, strict));
            readings.add(new Reading(CognitiveIntent.HELP, CognitiveState.PROGRESSING, TutorMode.GUIDED, strict));
        }
        return readings;
    }

    private static List<List<Passage>> materials() {
        List<List<Passage>> materials = new ArrayList<>(List.of(List.of()));
        for (ContentType type : ContentType.values()) {
            if (type != ContentType.SOLUTION) {
                materials.add(some(type, 1));
                materials.add(some(type, 5));
            }
        }
        return materials;
    }

    @Property(tries = 2_000)
    void holds_only_what_its_level_allows(@ForAll("requests") TutorRequest request) {
        Composed composed = composer.compose(request);

        boolean orients =
                request.level() == HelpLevel.ORIENT || request.reading().strict();
        if (orients) {
            assertThat(composed.cited().values()).allMatch(String::isEmpty);
        }
        if (orients || request.level() == HelpLevel.CONCEPT) {
            assertThat(composed.templates()).doesNotContain("strategy.", "outline.");
        }
        if (request.level() != HelpLevel.SPECIFIC) {
            assertThat(composed.templates()).doesNotContain("outline.");
        }
    }

    @Property(tries = 2_000)
    void quotes_the_teachers_hint_first_unless_only_questions_are_allowed(@ForAll("requests") TutorRequest request) {
        TutorRequest hinted = request.following(new Teacher(List.of(), HINT));

        String text = composer.compose(hinted).text();

        boolean silent = request.reading().strict() || request.reading().mode() == TutorMode.CLARIFYING;
        assertThat(text.contains("Un dibujo de tres elementos ayuda")).isEqualTo(!silent);
        if (!silent && request.reading().mode() != TutorMode.EMPATHETIC) {
            assertThat(text.substring(0, text.indexOf("\n\n"))).contains("Un dibujo de tres elementos ayuda");
        }
    }

    @Test
    void refers_to_a_line_of_the_students_work_by_number_and_quotes_no_other() {
        for (String work : List.of(CODE, PROSE)) {
            for (int turn = 0; turn < 6; turn++) {
                TutorRequest request = review(work, turn);

                String text = composer.compose(request).text();

                assertThat(text).containsPattern("línea [1-6]");
                assertThat(work.lines().filter(line -> text.contains(bare(line))))
                        .hasSize(1);
            }
        }
    }

    @Test
    void asks_about_the_line_that_the_student_names() {
        TutorRequest request = request("¿está bien la línea 6?", TutorMode.SOCRATIC, HelpLevel.CONCEPT, CODE, 0);

        assertThat(composer.compose(request).text()).contains("línea 6: «a[j + 1] = a[j]»");
    }

    @Test
    void tells_the_minute_of_a_class() {
        Passage transcript = Passages.of(
                ContentType.TRANSCRIPT,
                "Clase 7",
                "La fila",
                "**[00:04:05]** Cada persona de la fila sabe quién está adelante.\n\n"
                        + "**[01:02:30]** Insertar es constante si ya se está parado en el lugar.");
        TutorRequest concept = request("¿insertar es constante?", List.of(transcript), HelpLevel.CONCEPT);
        TutorRequest orient = request("¿insertar es constante?", List.of(transcript), HelpLevel.ORIENT);

        assertThat(composer.compose(concept).text())
                .contains("minuto 62:30", "«Insertar es constante si ya se está parado en el lugar» [1]");
        assertThat(composer.compose(orient).text()).contains("minuto 4:05").doesNotContain("«");
    }

    @Test
    void tells_a_frequent_question_with_its_answer() {
        Passage faq = Passages.of(
                ContentType.FAQ,
                "Preguntas frecuentes",
                "¿Por qué es cuadrático?",
                "Cada clave puede desplazarse por delante de todos los elementos anteriores.");

        String text = composer.compose(request("¿por qué cada clave?", List.of(faq), HelpLevel.CONCEPT))
                .text();

        assertThat(text).containsSubsequence("*¿Por qué es cuadrático?*", "«Cada clave puede desplazarse");
    }

    @Test
    void asks_what_fits_the_kind_of_material() {
        assertThat(questions(ContentType.ASSIGNMENT))
                .anyMatch(text -> text.contains("¿Qué te dan, qué te piden, y cuál sería tu primer paso?"));
        assertThat(questions(ContentType.EXERCISE)).anyMatch(text -> text.contains("el caso más chico"));
        assertThat(questions(ContentType.EXAMPLE)).anyMatch(text -> text.contains("¿Qué cambiaría en el ejemplo si"));
        assertThat(questions(ContentType.FAQ)).anyMatch(text -> text.contains("¿En qué se parece tu situación"));
    }

    @Test
    void says_the_same_reply_seldom_within_a_conversation() {
        Set<String> replies = new HashSet<>();

        for (int turn = 0; turn < 9; turn++) {
            replies.add(composer.compose(request("¿cómo sigo?", TutorMode.GUIDED, HelpLevel.STRATEGY, null, turn))
                    .text());
        }

        assertThat(replies).hasSizeGreaterThanOrEqualTo(7);
    }

    private Set<String> questions(ContentType type) {
        Set<String> texts = new HashSet<>();
        for (int turn = 0; turn < 12; turn++) {
            TutorRequest request = request("¿cómo sigo?", TutorMode.GUIDED, HelpLevel.CONCEPT, null, turn);
            texts.add(composer.compose(with(request, List.of(passage(type, 1)))).text());
        }
        return texts;
    }

    private static TutorRequest review(String work, int turn) {
        return request("¿está bien lo que hice?", TutorMode.SOCRATIC, HelpLevel.CONCEPT, work, turn);
    }

    private static TutorRequest request(String question, List<Passage> passages, HelpLevel level) {
        return with(request(question, TutorMode.EXPLANATORY, level, null, 0), passages);
    }

    private static TutorRequest request(
            String question, TutorMode mode, HelpLevel level, @Nullable String work, int turn) {
        CognitiveIntent intent = mode == TutorMode.SOCRATIC ? CognitiveIntent.VALIDATE : CognitiveIntent.HELP;
        return new TutorRequest(
                        question,
                        new Reading(intent, CognitiveState.PLANNING, mode, false),
                        level,
                        CoursePolicy.advanced(),
                        List.of(Passages.circularQueue()),
                        null,
                        new Conversation(List.of(), null, new Variation(5, turn)),
                        Languages.NEUTRAL)
                .showing(work);
    }

    private static TutorRequest with(TutorRequest request, List<Passage> passages) {
        return new TutorRequest(
                request.question(),
                request.reading(),
                request.level(),
                request.policy(),
                passages,
                null,
                request.conversation(),
                request.locale());
    }

    private static String bare(String line) {
        return line.strip().replaceFirst("\\.$", "");
    }

    private static String withoutQuotes(String text) {
        return text.replaceAll("«[^»]*»|“[^”]*”|\\*[^*]*\\*", "«»");
    }

    private static Draft draft(TutorRequest request, String text) {
        return new Draft(
                text,
                Exchange.of(new CourseId("algoritmos"), request.question() + "\n" + request.work(), request.passages()),
                request.level(),
                request.policy(),
                request.locale(),
                false);
    }

    private static Passage passage(ContentType type, int number) {
        String text = (type == ContentType.TRANSCRIPT ? "**[00:0" + number + ":10]** " : "")
                + "El desplazamiento " + number + " de " + type.value()
                + " mueve cada clave un lugar hacia el costado.\n\n"
                + "**Error frecuente:** mover la clave " + number + " dos veces en lugar de una sola.\n";
        return Passages.of(
                type, type.value() + " " + number, number % 2 == 0 ? "¿Cómo se desplaza?" : "La clave", text);
    }

    @Provide
    Arbitrary<TutorRequest> requests() {
        Arbitrary<Reading> readings = Combinators.combine(
                        Arbitraries.of(CognitiveIntent.class),
                        Arbitraries.of(CognitiveState.class),
                        Arbitraries.of(TutorMode.class),
                        Arbitraries.of(true, false))
                .as(Reading::new);
        Arbitrary<List<Passage>> passages = Combinators.combine(
                        Arbitraries.of(ContentType.class).filter(type -> type != ContentType.SOLUTION),
                        Arbitraries.integers().between(0, 5))
                .as(TutorTemplatesTest::some);
        Arbitrary<Variation> variations = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 60))
                .as(Variation::new);
        Arbitrary<CoursePolicy> policies = Arbitraries.of(
                CoursePolicy.initial(),
                CoursePolicy.advanced(),
                CoursePolicy.builder().requireJustification(false).build());
        Arbitrary<Locale> locales = Arbitraries.of(Languages.all());
        Arbitrary<String> works = Arbitraries.of(CODE, PROSE).injectNull(0.4);
        return Combinators.combine(
                        readings, Arbitraries.of(HelpLevel.class), passages, variations, policies, locales, works)
                .as((reading, level, found, variation, policy, locale, work) ->
                        of(reading, level, found, variation, policy, locale).showing(work));
    }

    /** Half of the requests answer what the tutor asked last. */
    private static Conversation conversation(Variation variation) {
        boolean asked = variation.turn() % 2 == 1;
        return new Conversation(List.of(), asked ? "¿Hacia dónde se desplaza cada clave?" : null, variation);
    }

    private static TutorRequest of(
            Reading reading,
            HelpLevel level,
            List<Passage> passages,
            Variation variation,
            CoursePolicy policy,
            Locale locale) {
        return new TutorRequest(
                variation.turn() % 2 == 1 ? "cada clave se desplaza a la izquierda" : "¿cómo se desplaza la clave?",
                reading,
                level,
                policy,
                passages,
                null,
                conversation(variation),
                locale);
    }

    private static List<Passage> some(ContentType type, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> passage(type, n)).toList();
    }
}
