package io.github.activeia.agents.risk;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes interactions: a harmless one, and what differs from it. */
final class Interactions {
    static final String SAYS = "mi perro se llama Sultán";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Interactions() {}

    static Interaction harmless() {
        return new Interaction(
                origin("tp2", 0), asking(), answering(), ActivityState.fresh(), CoursePolicy.intermediate());
    }

    static Origin origin(@Nullable String activity, long minutes) {
        return new Origin(
                new StudentId("ana"),
                new CourseId("algoritmos"),
                activity == null ? null : new ActivityId(activity),
                new SessionId("s1"),
                "t1",
                NOON.plusSeconds(60 * minutes));
    }

    static Interaction.Message asking() {
        return new Interaction.Message(CognitiveIntent.HELP, RiskLevel.LOW, false, false, Map.of(), SAYS);
    }

    static Interaction.Answer answering() {
        return new Interaction.Answer(
                Interaction.Author.TEMPLATES, TutorMode.GUIDED, 1, null, List.of(), "¿Qué probaste?");
    }

    static Interaction saying(String text) {
        return with(new Interaction.Message(CognitiveIntent.HELP, RiskLevel.LOW, false, false, Map.of(), text));
    }

    static Interaction delegating(RiskLevel level, Map<String, Integer> signals) {
        return with(new Interaction.Message(CognitiveIntent.SOLUTION, level, true, false, signals, SAYS));
    }

    static Interaction critical(boolean danger, Map<String, Integer> signals) {
        Interaction plain = harmless();
        Interaction.Answer none = new Interaction.Answer(Interaction.Author.NOBODY, null, 0, null, List.of(), "No.");
        Interaction.Message message =
                new Interaction.Message(CognitiveIntent.HELP, RiskLevel.CRITICAL, false, danger, signals, SAYS);
        return new Interaction(plain.origin(), message, none, plain.history(), plain.policy());
    }

    static Interaction answered(Interaction.Author author, TutorMode mode, int citations) {
        String claim = "La clave se desplaza hacia la izquierda. ¿Qué probaste?";
        return with(new Interaction.Answer(author, mode, citations, null, List.of(), claim));
    }

    static Interaction replying(String text) {
        return with(new Interaction.Answer(Interaction.Author.MODEL, TutorMode.GUIDED, 1, null, List.of(), text));
    }

    static Interaction found(String rule, Verdict verdict, RiskDimension dimension) {
        return with(new Interaction.Answer(
                Interaction.Author.MODEL,
                TutorMode.GUIDED,
                1,
                null,
                List.of(new Interaction.Finding(rule, verdict, dimension)),
                "¿Qué probaste?"));
    }

    static ActivityState involved(int replies, double each) {
        ActivityState state = ActivityState.fresh();
        for (int i = 0; i < replies; i++) {
            state = state.involved(each);
        }
        return state;
    }

    static ActivityState delegated(int times) {
        ActivityState state = ActivityState.fresh();
        for (int i = 0; i < times; i++) {
            state = state.delegated();
        }
        return state;
    }

    static Interaction with(Interaction.Message message) {
        Interaction plain = harmless();
        return new Interaction(plain.origin(), message, plain.answer(), plain.history(), plain.policy());
    }

    static Interaction with(Interaction.Answer answer) {
        Interaction plain = harmless();
        return new Interaction(plain.origin(), plain.message(), answer, plain.history(), plain.policy());
    }

    static Interaction after(ActivityState history, Interaction rest) {
        return new Interaction(rest.origin(), rest.message(), rest.answer(), history, rest.policy());
    }

    static Interaction under(CoursePolicy policy, Interaction rest) {
        return new Interaction(rest.origin(), rest.message(), rest.answer(), rest.history(), policy);
    }

    static Interaction at(Origin origin, Interaction rest) {
        return new Interaction(origin, rest.message(), rest.answer(), rest.history(), rest.policy());
    }
}
