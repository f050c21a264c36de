package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import java.util.ArrayList;
import java.util.List;

/** From what was read to risk, route and restrictions. */
final class RiskTable {
    static final String STRICT = "strict_socratic";
    private static final int TWO_SIGNALS = 2;

    private RiskTable() {}

    /** What follows from a reading. */
    record Decision(RiskLevel risk, Route route, List<String> restrictions) {}

    static Decision decide(GatekeeperRequest request, Reading reading, IntentDistribution wanted) {
        CognitiveIntent intent = reading.intent(wanted);
        RiskLevel risk = risk(request, reading, wanted);
        Route route = route(request, reading, intent, risk);
        List<String> restrictions = restrictions(request.policy(), reading, risk, route);
        if (wanted.delegates()) {
            restrictions.addAll(ofDelegation(request.policy(), reading));
        }
        return new Decision(risk, route, restrictions);
    }

    private static List<String> ofDelegation(CoursePolicy policy, Reading reading) {
        List<String> restrictions = new ArrayList<>();
        if (policy.requireJustification()) {
            restrictions.add("require_justification");
        }
        if (reading.affect().isStrong()) {
            restrictions.add("empathy");
        }
        return restrictions;
    }

    private static RiskLevel risk(GatekeeperRequest request, Reading reading, IntentDistribution wanted) {
        CognitiveIntent intent = reading.intent(wanted);
        if (reading.isCritical()) {
            return RiskLevel.CRITICAL;
        }
        boolean delegates = wanted.delegates();
        boolean again = request.history().delegations() > 0;
        boolean borrowed = reading.evidence().has("authority");
        if (delegates && (reading.delegations(wanted) >= TWO_SIGNALS || again || borrowed)) {
            return RiskLevel.HIGH;
        }
        if (borrowed && intent == CognitiveIntent.SOLUTION) {
            return RiskLevel.HIGH;
        }
        return intent == CognitiveIntent.EXPLORATION ? RiskLevel.LOW : riskOfWork(delegates, intent);
    }

    private static RiskLevel riskOfWork(boolean delegates, CognitiveIntent intent) {
        return delegates || intent == CognitiveIntent.SOLUTION ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    private static Route route(GatekeeperRequest request, Reading reading, CognitiveIntent intent, RiskLevel risk) {
        CoursePolicy policy = request.policy();
        if (risk == RiskLevel.CRITICAL) {
            return reading.affect().danger() ? Route.ESCALATE : Route.BLOCK;
        }
        if (risk == RiskLevel.HIGH && intent == CognitiveIntent.SOLUTION && policy.blockCompleteSolutions()) {
            return Route.BLOCK;
        }
        boolean repeats = request.history().frustrations() + 1 >= policy.escalateAfter();
        boolean escalates = risk != RiskLevel.HIGH && intent == CognitiveIntent.FRUSTRATION;
        return escalates && policy.allowEscalation() && repeats ? Route.ESCALATE : Route.TUTOR;
    }

    private static List<String> restrictions(CoursePolicy policy, Reading reading, RiskLevel risk, Route route) {
        List<String> restrictions = new ArrayList<>();
        if (reading.affect().danger()) {
            restrictions.add("danger");
        }
        if (policy.blockCompleteSolutions()) {
            restrictions.add("no_complete_solution");
        }
        if (!policy.allowCodeSnippets()) {
            restrictions.add("no_code");
        }
        if (risk == RiskLevel.HIGH && route == Route.TUTOR) {
            restrictions.add(STRICT);
        }
        if (risk == RiskLevel.MEDIUM) {
            restrictions.add("warning");
        }
        return restrictions;
    }
}
