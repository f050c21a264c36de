package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A gate with a reviewer. The rules let DOUBTFUL pass behind GOOD, with a probability of a leak between doubt and threshold. Where weights
 * were learnt anew, other sentences may be in doubt.
 */
class ReviewedGateTest {
    private static final String SOLUTION =
            "Se recorre la lista de derecha a izquierda y se cuentan las inversiones: 17.";
    private static final SolutionIndex INDEX =
            (course, text, most) -> List.of(new SolutionIndex.StoredSolution("s1", SOLUTION, "solucion.md"));
    private static final String GOOD = "¿Qué probaste hasta ahora?";
    private static final String DOUBTFUL = "Es la mitad de 34.";

    /** In doubt where nothing stands before it. */
    private static final String BEGINNING = "Pensá en las inversiones que hay de derecha a izquierda.";

    /** In doubt as the only item of a list. */
    private static final String ITEM = "La lista se recorre de derecha a izquierda.";

    private static final String AFTER = "¿Cómo lo comprobarías con otra lista?";
    private static final String LEAK = "La respuesta es 17.";

    private final List<String> released = new ArrayList<>();

    @Test
    void nothing_is_asked_when_nothing_is_in_doubt() {
        ScriptedModel model = ScriptedModel.answering();

        ReplyGate.Outcome outcome = say(gate(model), GOOD + " " + AFTER);

        assertThat(outcome.closed()).isFalse();
        assertThat(outcome.report().verdict()).isEqualTo(Verdict.OK);
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void segment_in_doubt_is_withheld_until_the_reviewer_has_said_safe() {
        List<String> shownWhenAsked = new ArrayList<>();
        ScriptedModel model = ScriptedModel.answering(prompt -> {
            shownWhenAsked.add(String.join("", released));
            return "SAFE";
        });

        ReplyGate.Outcome outcome = say(gate(model), GOOD + " " + DOUBTFUL + " " + AFTER);

        assertThat(shownWhenAsked).containsExactly(GOOD);
        assertThat(outcome.shown()).isEqualTo(GOOD + " " + DOUBTFUL + " " + AFTER);
        assertThat(outcome.report().verdict()).isEqualTo(Verdict.OK);
        assertThat(model.prompts().get(0).user()).contains("<reply>\n" + GOOD + " " + DOUBTFUL + "\n</reply>");
    }

    @Test
    void nothing_of_the_segment_or_after_it_is_shown_when_the_reviewer_says_leak() {
        ReplyGate gate = gate(ScriptedModel.always("LEAK"));

        ReplyGate.Outcome outcome = say(gate, GOOD + " " + DOUBTFUL + " " + AFTER);

        assertThat(gate.accept(AFTER)).isFalse();
        assertThat(outcome.closed()).isTrue();
        assertThat(outcome.shown()).isEqualTo(GOOD);
        assertThat(String.join("", released)).isEqualTo(GOOD);
        assertThat(outcome.report().verdict()).isEqualTo(Verdict.REWRITE);
        assertThat(outcome.report().findings())
                .extracting(SafetyReport.Finding::rule)
                .containsExactly("solution_review");
    }

    @Test
    void leading_part_is_withheld_too_when_what_it_leads_to_is_a_leak() {
        String list = "Fijate en esto:\n" + ITEM + " ";

        ReplyGate.Outcome outcome = say(gate(ScriptedModel.always("LEAK")), GOOD + "\n" + list);

        assertThat(outcome.shown()).isEqualTo(GOOD);
    }

    @Test
    void last_segment_is_reviewed_when_no_sentence_follows() {
        ReplyGate.Outcome outcome =
                say(gate(ScriptedModel.always("LEAK")), BEGINNING.substring(0, BEGINNING.length() - 1));

        assertThat(outcome.closed()).isTrue();
        assertThat(outcome.shown()).isEmpty();
    }

    @Test
    void what_the_rules_stop_stays_stopped_and_the_reviewer_is_not_asked() {
        ScriptedModel model = ScriptedModel.always("SAFE");

        ReplyGate.Outcome outcome = say(gate(model), LEAK);

        assertThat(outcome.closed()).isTrue();
        assertThat(outcome.shown()).isEmpty();
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void rules_stop_a_leak_when_the_reviewer_has_called_its_beginning_safe() {
        ReplyGate.Outcome outcome = say(gate(ScriptedModel.always("SAFE")), BEGINNING + " " + LEAK);

        assertThat(outcome.shown()).isEqualTo(BEGINNING);
        assertThat(outcome.report().findings())
                .extracting(SafetyReport.Finding::rule)
                .contains("final_answer");
    }

    @Test
    void rules_decide_and_the_report_warns_when_the_reviewer_cannot_be_reached() {
        ReplyGate.Outcome outcome = say(gate(ScriptedModel.unavailable()), BEGINNING + " " + AFTER);

        assertThat(outcome.shown()).isEqualTo(BEGINNING + " " + AFTER);
        assertThat(outcome.report().verdict()).isEqualTo(Verdict.WARN);
        assertThat(outcome.report().findings())
                .extracting(SafetyReport.Finding::rule)
                .containsExactly("reviewer_unavailable");
    }

    @Test
    void no_prompt_holds_the_solution_and_only_local_models_are_asked_when_nobody_says_on_whose_behalf() {
        ScriptedModel model = ScriptedModel.always("SAFE");

        say(gate(model), GOOD + " " + DOUBTFUL);

        assertThat(model.prompts()).isNotEmpty().allSatisfy(prompt -> {
            assertThat(prompt.system() + prompt.user()).doesNotContain("derecha a izquierda", "17");
            assertThat(prompt.context().dataPolicy()).isEqualTo(DataPolicy.LOCAL_ONLY);
        });
    }

    @Test
    void reviewer_is_asked_anew_when_the_text_begins_anew() {
        ScriptedModel model = ScriptedModel.answering("SAFE", "LEAK");
        ReplyGate gate = gate(model);
        gate.accept(BEGINNING + " ¿Y");
        released.clear();

        gate.restart();
        ReplyGate.Outcome outcome = say(gate, GOOD + " " + DOUBTFUL);

        assertThat(outcome.shown()).isEqualTo(GOOD);
        assertThat(gate.reviewed().opinions())
                .extracting(Opinion::word)
                .containsExactly(Opinion.Word.SAFE, Opinion.Word.LEAK);
    }

    @Test
    void nothing_of_a_reply_is_shown_before_the_reviewer_has_seen_it_whole_when_every_reply_is_reviewed() {
        ScriptedModel model = ScriptedModel.answering("SAFE");
        ReplyGate gate = gate(model, ReviewScope.EVERY_REPLY);

        gate.accept(GOOD + " " + AFTER + " Contame");
        assertThat(released).isEmpty();
        assertThat(model.prompts()).isEmpty();
        gate.accept(" cómo te fue.");
        ReplyGate.Outcome outcome = gate.end();

        assertThat(outcome.shown()).isEqualTo(GOOD + " " + AFTER + " Contame cómo te fue.");
        assertThat(model.prompts()).hasSize(1);
        assertThat(model.prompts().get(0).user()).contains(outcome.shown());
    }

    @Test
    void nothing_is_shown_when_the_reviewer_of_every_reply_finds_what_the_rules_do_not() {
        ReplyGate.Outcome outcome =
                say(gate(ScriptedModel.always("LEAK"), ReviewScope.EVERY_REPLY), GOOD + " " + AFTER);

        assertThat(outcome.closed()).isTrue();
        assertThat(released).isEmpty();
        assertThat(outcome.report().findings())
                .extracting(SafetyReport.Finding::rule)
                .containsExactly("solution_review");
    }

    @Test
    void rules_decide_alone_when_the_reviewer_of_every_reply_cannot_be_reached() {
        ReplyGate.Outcome outcome = say(gate(ScriptedModel.unavailable(), ReviewScope.EVERY_REPLY), GOOD + " " + AFTER);

        assertThat(outcome.shown()).isEqualTo(GOOD + " " + AFTER);
        assertThat(outcome.report().findings())
                .extracting(SafetyReport.Finding::rule)
                .containsExactly("reviewer_unavailable");
    }

    private static ReplyGate.Outcome say(ReplyGate gate, String text) {
        gate.accept(text);
        return gate.end();
    }

    private ReplyGate gate(LanguageModel reviewer) {
        return gate(reviewer, ReviewScope.IN_DOUBT);
    }

    private ReplyGate gate(LanguageModel reviewer, ReviewScope scope) {
        Exchange exchange = Exchange.of(new CourseId("alg"), "¿Cómo encaro el ejercicio 2?", List.of());
        Draft draft = new Draft(
                "", exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate(), Locale.forLanguageTag("es-AR"), true);
        return SafetyGuard.builder()
                .solutions(INDEX)
                .reviewer(reviewer, scope)
                .build()
                .gate(draft, released::add);
    }
}
