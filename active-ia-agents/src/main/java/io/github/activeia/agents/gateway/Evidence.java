package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.Refusal;
import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.MaterialReport;
import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.agents.risk.Alert;
import io.github.activeia.agents.risk.RiskReport;
import io.github.activeia.agents.safety.Reviewed;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.agents.scaffolding.Happening;
import io.github.activeia.agents.scaffolding.LevelChange;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.privacy.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each decision rests on, as the trace keeps it: no raw text of a student, no text of a solution. */
final class Evidence {
    private Evidence() {}

    static Facts of(@Nullable Refusal refusal) {
        Facts facts = new Facts();
        if (refusal != null) {
            Duration wait = refusal.retryAfter();
            facts.add("reason", refusal.reason().value()).add("check_failed", refusal.failed());
            facts.add("retry_after_seconds", wait == null ? null : wait.toSeconds());
        }
        return facts;
    }

    static Facts of(Assessment assessment) {
        List<Map<String, Object>> signals =
                assessment.signals().stream().map(Evidence::of).toList();
        List<String> redacted = assessment.sanitized().findings().stream()
                .map(Redaction.Finding::kind)
                .map(Enum::name)
                .toList();
        return new Facts()
                .add("intent", assessment.intent().value())
                .add("confidence", assessment.confidence())
                .add("risk", assessment.risk().value())
                .add("state", assessment.state().value())
                .add("mode", assessment.mode().value())
                .add("delegates", assessment.delegates())
                .add("restrictions", assessment.restrictions())
                .add("signals", signals)
                .add("redacted", redacted)
                .add("language", assessment.language().toString());
    }

    /** What was judged where nothing but danger was looked for. */
    static Facts ofDanger(Assessment assessment) {
        Facts all = of(assessment);
        all.asMap().keySet().retainAll(Set.of("risk", "restrictions", "signals", "redacted", "language"));
        return all;
    }

    /** Null where no work was shown. */
    static @Nullable Map<String, Object> of(ShownWork work) {
        if (work.characters() == 0) {
            return null;
        }
        MaterialReport leftOut = work.leftOut();
        return new Facts()
                .add("characters", work.characters())
                .add("redacted", work.redacted())
                .add("left_out", leftOut == null ? null : leftOut.score())
                .add(
                        "signals",
                        leftOut == null
                                ? null
                                : leftOut.signals().stream().map(Evidence::of).toList())
                .asMap();
    }

    static Facts of(Inspected inspected) {
        Retrieved retrieved = inspected.retrieved();
        List<Map<String, Object>> passages =
                retrieved.result().passages().stream().map(Evidence::of).toList();
        return new Facts()
                .add("query", retrieved.query().value())
                .add("confidence", retrieved.result().confidence().value())
                .add("probability", retrieved.result().probability())
                .add("sufficient", retrieved.result().sufficient())
                .add("passages", passages)
                .add("left_out", leftOut(inspected))
                .add("outage", retrieved.outage());
    }

    /** Null where nothing was left out. */
    private static @Nullable List<Map<String, Object>> leftOut(Inspected inspected) {
        return inspected.leftOut().isEmpty()
                ? null
                : inspected.leftOut().stream().map(Evidence::of).toList();
    }

    private static Map<String, Object> of(Inspected.LeftOut leftOut) {
        List<Map<String, Object>> signals =
                leftOut.report().signals().stream().map(Evidence::of).toList();
        return new Facts()
                .add("id", leftOut.passage().id())
                .add("place", leftOut.passage().place())
                .add("score", leftOut.report().score())
                .add("signals", signals)
                .asMap();
    }

    private static Map<String, Object> of(Assessment.Signal signal) {
        return new Facts()
                .add("kind", signal.kind())
                .add("rule", signal.rule())
                .add("words", signal.words())
                .add("score", signal.score())
                .asMap();
    }

    private static Map<String, Object> of(Passage passage) {
        return new Facts()
                .add("id", passage.id())
                .add("score", passage.score())
                .add("place", passage.place())
                .add("version", passage.document().version())
                .asMap();
    }

    static Facts of(LevelChange change, Happening happening) {
        return new Facts()
                .add("before", change.before().number())
                .add("after", change.after().number())
                .add("rule", change.rule())
                .add("happening", happening.value())
                .add("failed_attempts", change.state().failedAttempts())
                .add("hints", change.state().hints())
                .add("mean_ai_involvement", mean(change));
    }

    private static @Nullable Double mean(LevelChange change) {
        boolean measured = change.state().involvement().replies() > 0;
        return measured ? change.state().involvement().mean() : null;
    }

    static Facts of(Prompted prompted, LlmResult result) {
        Facts facts = new Facts()
                .add("prompt", prompted.promptId())
                .add("prompt_sha256", prompted.promptHash())
                .add("attempts", result.attempts().stream().map(Evidence::of).toList());
        if (result instanceof LlmResult.Answered answered) {
            facts.add("provider", answered.provider())
                    .add("model", answered.model())
                    .add("input_tokens", answered.inputTokens())
                    .add("output_tokens", answered.outputTokens());
        }
        return facts;
    }

    private static Map<String, Object> of(LlmResult.Attempt attempt) {
        return new Facts()
                .add("provider", attempt.provider())
                .add("place", attempt.place().value())
                .add("ending", attempt.ending())
                .add("milliseconds", attempt.duration().toMillis())
                .asMap();
    }

    static Facts of(RiskReport report) {
        Facts facts = new Facts();
        report.profile().asEvidence().forEach(facts::add);
        List<Map<String, Object>> alerts =
                report.alerts().stream().map(Evidence::of).toList();
        return facts.add("alerts", alerts);
    }

    private static Map<String, Object> of(Alert alert) {
        return new Facts()
                .add("code", alert.code())
                .add("severity", alert.severity().value())
                .add("audience", alert.audience().value())
                .add("evidence", alert.evidence())
                .asMap();
    }

    /** Null where no reviewer was asked. */
    static @Nullable Map<String, Object> of(Reviewed reviewed) {
        if (reviewed.opinions().isEmpty()) {
            return null;
        }
        List<String> said =
                reviewed.opinions().stream().map(one -> one.word().value()).toList();
        return new Facts()
                .add("asked", said.size())
                .add("said", said)
                .add("prompt", reviewed.promptId())
                .add("prompt_sha256", reviewed.promptHash())
                .add("attempts", reviewed.attempts().stream().map(Evidence::of).toList())
                .asMap();
    }

    static Facts of(SafetyReport report) {
        List<Map<String, Object>> findings = report.findings().stream()
                .map(finding -> new Facts()
                        .add("rule", finding.rule())
                        .add("verdict", finding.verdict().value())
                        .add("dimension", finding.dimension().value())
                        .add("evidence", finding.evidence())
                        .asMap())
                .toList();
        SafetyReport.Likelihood leak = report.leak();
        return new Facts()
                .add("findings", findings)
                .add("leak_probability", leak == null ? null : Math.round(leak.probability() * 100) / 100.0)
                .add("leak_kinds", leak == null ? null : leak.kinds());
    }
}
