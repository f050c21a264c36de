package io.github.activeia.agents.gateway;

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
 * @param course where
 * @param activity what the catalog knows of the activity, or null
 * @param blind whether the catalog could not be asked, so that the activity's policy is unknown
 * @param policy in force
 * @param dataPolicy how far it may travel: as the policy says, and as the student has consented
 * @param keys where its states are
 * @param traceId the id of the trace
 * @param at when it came in
 */
record Inquiry(
        Question question,
        CourseId course,
        @Nullable Activity activity,
        boolean blind,
        CoursePolicy policy,
        DataPolicy dataPolicy,
        Keys keys,
        String traceId,
        Instant at) {

    /** Where the states of a question are. */
    record Keys(SessionKey session, ActivityKey activity) {}

    /** Returns on whose behalf an agent asks a model. */
    LlmContext context(AgentRole agent) {
        Account account = Account.of(question.student(), course);
        return LlmContext.of(agent, account, dataPolicy).during(keys.session().session());
    }
}
