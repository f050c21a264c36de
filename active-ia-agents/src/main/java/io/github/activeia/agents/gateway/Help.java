package io.github.activeia.agents.gateway;

import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.agents.scaffolding.AuthoredHints;
import io.github.activeia.agents.scaffolding.LevelChange;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question is helped, once it is known what the course says and how much help is due.
 *
 * @param route TUTOR or FALLBACK
 * @param mode how to speak
 * @param level how much help
 * @param retrieved what was found
 * @param hint the teacher's own hint to begin with, or null
 * @param ahead whether the student has just got ahead
 */
record Help(
        Route route,
        TutorMode mode,
        HelpLevel level,
        Retrieved retrieved,
        AuthoredHints.@Nullable Next hint,
        boolean ahead) {

    static Help decide(Understood understood, Retrieved retrieved, LevelChange change, boolean ahead) {
        TutorMode mode = mode(understood);
        boolean guided = mode == TutorMode.GUIDED;
        boolean covered = retrieved.result().sufficient() || !needsMaterial(understood);
        HelpLevel level = level(understood, change.after());
        return new Help(
                covered ? Route.TUTOR : Route.FALLBACK,
                guided && change.repeatedFailure() ? TutorMode.METACOGNITIVE : mode,
                level,
                retrieved,
                hint(understood, mode, level, change),
                ahead);
    }

    /** A hint is due when the student is helped with an activity, and not while only questions are allowed. */
    private static AuthoredHints.@Nullable Next hint(
            Understood understood, TutorMode mode, HelpLevel level, LevelChange change) {
        Activity activity = understood.inquiry().activity();
        boolean due = mode != TutorMode.CLARIFYING
                && !understood.restricted("strict_socratic")
                && understood.assessment().intent() != CognitiveIntent.EXPLORATION;
        return due && activity != null
                ? AuthoredHints.next(activity, level, change.state()).orElse(null)
                : null;
    }

    /** Where work is shown there is something to go on, however short the message. */
    private static TutorMode mode(Understood understood) {
        TutorMode mode = understood.assessment().mode();
        if (mode != TutorMode.CLARIFYING || understood.work().text() == null) {
            return mode;
        }
        return understood.assessment().intent() == CognitiveIntent.VALIDATE ? TutorMode.SOCRATIC : TutorMode.GUIDED;
    }

    /** Returns what may be cited: nothing that does not suffice, and nothing before it is clear what is asked. */
    List<Passage> passages() {
        boolean usable = retrieved.result().sufficient() && mode != TutorMode.CLARIFYING;
        return usable ? retrieved.result().passages() : List.of();
    }

    /**
     * A feeling, an unclear message, a look at the own strategy, a request for the finished work and an answer to the tutor are taken up
     * with questions about the student: that the course does not cover them would be no answer.
     */
    private static boolean needsMaterial(Understood understood) {
        boolean aboutStudent =
                switch (understood.assessment().mode()) {
                    case CLARIFYING, EMPATHETIC, METACOGNITIVE -> true;
                    case SOCRATIC, EXPLANATORY, GUIDED -> false;
                };
        return !aboutStudent
                && !understood.answers()
                && !understood.restricted("strict_socratic")
                && understood.assessment().intent() != CognitiveIntent.SOLUTION;
    }

    /** Outside any activity there is no work to protect: a concept may be explained as far as the policy allows. */
    private static HelpLevel level(Understood understood, HelpLevel scaffolded) {
        boolean concept = understood.inquiry().question().activity() == null
                && understood.assessment().intent() == CognitiveIntent.EXPLORATION;
        HelpLevel floor =
                HelpLevel.CONCEPT.cappedBy(understood.inquiry().policy().maxHelpLevel());
        return concept && scaffolded.compareTo(floor) < 0 ? floor : scaffolded;
    }
}
