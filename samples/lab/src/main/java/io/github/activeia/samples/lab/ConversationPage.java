package io.github.activeia.samples.lab;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Reply;
import io.github.activeia.core.trace.CognitiveTrace;
import io.github.activeia.samples.quickstart.CodeWords;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation as it is read in Markdown: who said what, and below each reply what the agents decided. Not thread-safe. */
final class ConversationPage {
    private final StringBuilder page = new StringBuilder();
    private final String locale;

    ConversationPage(Conversation conversation) {
        Conversation.Scene scene = conversation.scene();
        locale = scene.locale();
        page.append("# ").append(conversation.title()).append("\n\n");
        if (!conversation.about().isEmpty()) {
            page.append(conversation.about()).append("\n\n");
        }
        page.append("Student `").append(scene.student()).append('`');
        page.append(scene.activity() == null ? ", no activity" : ", activity `" + scene.activity() + "`");
        page.append(", policy `")
                .append(scene.policy())
                .append("`, locale `")
                .append(scene.locale())
                .append("`.\n");
    }

    void minutes(int minutes) {
        page.append("\n*").append(minutes).append(minutes == 1 ? " minute passes.*\n" : " minutes pass.*\n");
    }

    void attempt(String outcome, HelpLevel level) {
        page.append("\n*An own attempt ends: ")
                .append(outcome)
                .append(" → help level ")
                .append(level.number())
                .append(".*\n");
    }

    void student(String student, String message) {
        page.append("\n**").append(student).append(":** ").append(message).append('\n');
    }

    void reply(Reply reply, @Nullable CognitiveTrace trace, List<String> drafts) {
        page.append("\n**tutor:**\n\n");
        quote(reply.text());
        page.append("\n<sub>").append(decision(reply)).append("</sub>\n");
        String stopped = trace == null ? "" : stopped(trace);
        if (!stopped.isEmpty()) {
            page.append("\n<sub>the gate found: ").append(stopped).append("</sub>\n");
        }
        if (trace != null) {
            HeldDraft.of(drafts, trace).forEach(this::held);
        }
    }

    /** What the student never read, folded away. */
    private void held(HeldDraft draft) {
        boolean spanish = locale.startsWith("es");
        String why = draft.why(locale);
        page.append("\n<details>\n<summary>")
                .append(spanish ? "(retenido: " + why + ")" : "(held back: " + why + ")")
                .append(spanish ? " Lo que el modelo había escrito" : " What the model had written")
                .append(
                        draft.shown() == 0
                                ? ""
                                : spanish ? "; solo se leyó el comienzo" : "; only its beginning was read")
                .append("</summary>\n\n");
        quote(draft.text());
        page.append("\n</details>\n");
    }

    private void quote(String text) {
        text.lines().forEach(line -> page.append(line.isEmpty() ? ">" : "> " + line.stripTrailing())
                .append('\n'));
    }

    String text() {
        return page.toString();
    }

    private static String decision(Reply reply) {
        HelpLevel level = reply.helpLevel();
        Reply.Decision decision = reply.decision();
        return "route " + decision.route() + " · outcome " + reply.outcome() + " · intent "
                + (decision.intent() == null ? "-" : decision.intent()) + " · risk " + decision.risk() + " · level "
                + (level == null ? "-" : level.number()) + " · mode "
                + (decision.mode() == null ? "-" : decision.mode()) + " · verdict " + decision.verdict() + " · "
                + (reply.work().model() == null ? "no model" : "by the model");
    }

    /** Each look of safety at a text that was not fine. */
    private static String stopped(CognitiveTrace trace) {
        return trace.steps().stream()
                .filter(step -> step.agent().equals("safety"))
                .flatMap(step -> HeldDraft.findings(step)
                        .map(found -> found.get("rule") + " → " + CodeWords.of(String.valueOf(found.get("verdict")))
                                + " (" + found.get("evidence") + ")"))
                .collect(Collectors.joining("; "));
    }
}
