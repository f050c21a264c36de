package io.github.activeia.agents.gateway;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.MaterialReport;
import io.github.activeia.core.Question;
import io.github.activeia.core.privacy.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that a student shows with a message, in the only form that goes on: without personal data, and not at all where it speaks to
 * the tutor instead of being work.
 *
 * @param text the work, or null where there is none or it was left out
 * @param characters how long it was; 0 where there is none
 * @param redacted the kinds of personal data that were taken out
 * @param leftOut why it was left out, or null
 */
record ShownWork(@Nullable String text, int characters, List<String> redacted, @Nullable MaterialReport leftOut) {
    private static final ShownWork NONE = new ShownWork(null, 0, List.of(), null);

    ShownWork {
        redacted = List.copyOf(redacted);
    }

    static ShownWork none() {
        return NONE;
    }

    static ShownWork of(Question question, Gatekeeper gatekeeper) {
        String work = question.work();
        if (work == null) {
            return NONE;
        }
        MaterialReport report = gatekeeper.inspect(work);
        if (report.suspicious()) {
            return new ShownWork(null, work.length(), List.of(), report);
        }
        Redaction redaction = gatekeeper.redact(work);
        List<String> kinds = redaction.findings().stream()
                .map(Redaction.Finding::kind)
                .map(Enum::name)
                .toList();
        return new ShownWork(covered(work, redaction), work.length(), kinds, null);
    }

    /** The marks have no number: those of the message are put back into the reply, and these must not be taken for them. */
    private static String covered(String work, Redaction redaction) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Redaction.Finding finding : redaction.findings()) {
            text.append(work, at, finding.start())
                    .append('[')
                    .append(finding.kind().name())
                    .append(']');
            at = finding.end();
        }
        return text.append(work, at, work.length()).toString();
    }

    /** Leaves the work out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ShownWork[" + characters + " characters]";
    }
}
