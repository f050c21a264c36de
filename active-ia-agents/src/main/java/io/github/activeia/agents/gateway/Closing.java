package io.github.activeia.agents.gateway;

import io.github.activeia.core.Account;
import io.github.activeia.core.Citation;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Reply;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the reply and its trace, keeps the trace and tells the listeners. Neither can cost the student the reply. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final String DEEPEST_LEVEL = "N4";

    private final Ports ports;

    private final Budgets budgets;

    Closing(Ports ports, Budgets budgets) {
        this.ports = ports;
        this.budgets = budgets;
    }

    /**
     * Ends a question.
     *
     * @param question the sanitised text, empty where the question was not read
     * @param involvement the AI involvement, or null where it was not measured
     */
    Reply close(Inquiry inquiry, String question, Spoken spoken, Journal journal, @Nullable Double involvement) {
        Reply reply = new Reply(
                text(spoken),
                spoken.outcome(),
                spoken.decision(),
                spoken.citations(),
                spoken.notices(),
                spoken.locale(),
                inquiry.policy(),
                new Reply.Work(
                        spoken.use().author(),
                        spoken.use().cost(),
                        spoken.use().calls(),
                        journal.times(),
                        remaining(inquiry.account())),
                inquiry.traceId());
        CognitiveTrace trace = new CognitiveTrace(
                inquiry.traceId(),
                inquiry.at(),
                new CognitiveTrace.Who(
                        inquiry.question().student(),
                        inquiry.course(),
                        inquiry.question().activity(),
                        inquiry.keys().session().session()),
                question,
                reply.text(),
                summary(reply, inquiry.dataPolicy()),
                journal.steps(),
                involvement);
        keep(trace);
        ports.listeners().forEach(listener -> tell(listener, reply, trace));
        return reply;
    }

    private List<Reply.Remaining> remaining(Account account) {
        if (!budgets.limited()) {
            return List.of();
        }
        return budgets.remaining(account).lines().stream()
                .map(line -> new Reply.Remaining(
                        line.scope().name().toLowerCase(Locale.ROOT),
                        line.measure().name().toLowerCase(Locale.ROOT),
                        line.remaining(),
                        line.limit(),
                        line.currency(),
                        line.resetsAt()))
                .toList();
    }

    /** The sources and notices go below the text; the last of them share a line. */
    private static String text(Spoken spoken) {
        List<String> tail =
                new ArrayList<>(spoken.citations().stream().map(Citation::label).toList());
        String notices = String.join(" ", spoken.notices());
        if (tail.isEmpty()) {
            return notices.isEmpty() ? spoken.body() : spoken.body() + "\n\n" + notices;
        }
        if (!notices.isEmpty()) {
            tail.set(tail.size() - 1, tail.get(tail.size() - 1) + " · " + notices);
        }
        return spoken.body() + "\n\n" + String.join("  \n", tail);
    }

    private static Map<String, Object> summary(Reply reply, DataPolicy dataPolicy) {
        Reply.Decision decision = reply.decision();
        return new Facts()
                .add("trace_level", DEEPEST_LEVEL)
                .add("outcome", reply.outcome().value())
                .add("route", decision.route().value())
                .add(
                        "intent",
                        decision.intent() == null ? null : decision.intent().value())
                .add("risk", decision.risk().value())
                .add(
                        "help_level",
                        decision.helpLevel() == null
                                ? null
                                : decision.helpLevel().number())
                .add("mode", decision.mode() == null ? null : decision.mode().value())
                .add("verdict", decision.verdict().value())
                .add("policy", reply.policy().toString())
                .add("model", reply.work().model())
                .add("data_policy", dataPolicy.value())
                .add("cost", reply.cost() == null ? null : reply.cost().toString())
                .add("language", reply.locale().toString())
                .add("milliseconds", reply.work().total().toNanos() / 1e6)
                .asMap();
    }

    private void keep(CognitiveTrace trace) {
        try {
            ports.traces().append(trace);
        } catch (RuntimeException failure) {
            LOG.error(
                    "The trace {} was lost: {}", trace.id(), failure.getClass().getName());
        }
    }

    private static void tell(ReplyListener listener, Reply reply, CognitiveTrace trace) {
        try {
            listener.onReply(reply, trace);
        } catch (RuntimeException failure) {
            LOG.error(
                    "A listener failed on the trace {}: {}",
                    trace.id(),
                    failure.getClass().getName());
        }
    }
}
