package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.AdmissionRequest;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.core.Account;
import io.github.activeia.core.Activity;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Question;
import io.github.activeia.core.llm.LlmContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything that is known before it is read.
 *
 * @param question as it was asked
 * @param account whom it is counted for: who asks, in which course of which institution
 * @param activity what the catalog knows of the activity, or null
 * @param blind whether the catalog or the institution could not be looked up, so that the policy or the account is not known
 * @param policy in force
 * @param dataPolicy how far it may travel: as the policy says, and as the student has consented
 * @param counted whether admission counts it among the requests of its budgets
 * @param keys where its states are
 * @param traceId the id of the trace
 * @param at when it came in
 */
record Inquiry(
        Question question,
        Account account,
        @Nullable Activity activity,
        boolean blind,
        CoursePolicy policy,
        DataPolicy dataPolicy,
        boolean counted,
        Keys keys,
        String traceId,
        Instant at) {

    /** Where the states of a question are. */
    record Keys(SessionKey session, ActivityKey activity) {}

    /** Returns where it was asked. */
    CourseId course() {
        return account.course();
    }

    /** Returns whether the question names an activity that the course does not have. */
    boolean isLost() {
        return question.activity() != null && activity == null && !blind;
    }

    /** Returns what admission looks at. */
    AdmissionRequest admission() {
        return new AdmissionRequest(account, question.activity(), policy, at);
    }

    /** Returns on whose behalf an agent asks a model. */
    LlmContext context(AgentRole agent) {
        LlmContext context =
                LlmContext.of(agent, account, dataPolicy).during(keys.session().session());
        return counted ? context.afterCounting() : context;
    }
}
