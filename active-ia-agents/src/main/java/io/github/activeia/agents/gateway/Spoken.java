package io.github.activeia.agents.gateway;

import io.github.activeia.core.Citation;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the student, before it becomes a reply.
 *
 * @param body the text without sources and notices
 * @param outcome what kind of reply
 * @param decision how the question was treated
 * @param citations what the body refers to
 * @param notices what has to be said with it
 * @param locale the language
 * @param use the models that were asked
 */
record Spoken(
        String body,
        Outcome outcome,
        Reply.Decision decision,
        List<Citation> citations,
        List<String> notices,
        Locale locale,
        ModelUse use) {

    /** Returns something that gives no help: a refusal, a block, an escalation. */
    static Spoken fixed(String body, Outcome outcome, Reply.Decision decision, Locale locale) {
        return new Spoken(body, outcome, decision, List.of(), List.of(), locale, ModelUse.NONE);
    }

    static Reply.Decision notRead() {
        return new Reply.Decision(null, RiskLevel.LOW, Route.BLOCK, null, null, Verdict.OK);
    }

    static Reply.Decision read(Understood understood, Route route) {
        return read(understood, route, null, null, Verdict.OK);
    }

    static Reply.Decision read(
            Understood understood, Route route, @Nullable HelpLevel level, @Nullable TutorMode mode, Verdict verdict) {
        CognitiveIntent intent = understood.assessment().intent();
        return new Reply.Decision(intent, understood.assessment().risk(), route, level, mode, verdict);
    }
}
