package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Leak;
import io.github.activeia.agents.leak.LeakDetector;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmContext;
import io.github.activeia.core.privacy.PiiRedactor;
import io.github.activeia.core.privacy.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last look at a text before a student sees it: leaked solutions and final answers, the help level, citations, personal data, recited
 * instructions, tone and language. The verdict is the strictest of all findings. Thread-safe, and
 * deterministic as far as the index and a reviewer are.
 *
 * <pre>{@code
 * SafetyReport report = SafetyGuard.of(SolutionIndex.none()).check(draft);
 * report.verdict();
 * }</pre>
 *
 * <p>What a passage of the course says may be quoted at any level; what only a stored solution says may not.
 */
public final class SafetyGuard {
    private static final LlmContext AT_HOME =
            new LlmContext(AgentRole.SAFETY, null, null, DataPolicy.LOCAL_ONLY, false);

    private final SpeechCheck speech;
    private final AnswerCheck answers;
    private final List<Guard> guards;
    private final LeakDetector leaks;
    private final ReadRuns read = new ReadRuns();
    private final PiiRedactor redactor;
    private final @Nullable Reviewer reviewer;
    private final ReviewScope scope;

    private SafetyGuard(Builder builder) {
        SafetyWords words = SafetyWords.load();
        redactor = builder.redactor == null ? PiiRedactor.defaults() : builder.redactor;
        SolutionIndex solutions = builder.solutions == null ? SolutionIndex.none() : builder.solutions;
        leaks = LeakDetector.of(solutions);
        reviewer = builder.reviewer == null ? null : new Reviewer(builder.reviewer);
        scope = builder.scope;
        speech = new SpeechCheck(words);
        answers = new AnswerCheck(words);
        guards = List.copyOf(builder.guards);
    }

    /** Returns a guard that knows the stored solutions, with the defaults otherwise. Loads word lists: keep the instance. */
    public static SafetyGuard of(SolutionIndex solutions) {
        return builder().solutions(solutions).build();
    }

    /** Starts a guard with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** Checks a whole draft, by the rules alone: a reviewer is asked by a gate. Personal data that no passage has is replaced in the text and noted as a warning. */
    public SafetyReport check(Draft draft) {
        return next(draft, watch(draft), "", draft.text());
    }

    /**
     * Opens a gate for a text that is still being written.
     *
     * @param draft what it answers, and within which limits; its own text is not looked at
     * @param release takes each segment that passed, with the blanks before it
     */
    public ReplyGate gate(Draft draft, Consumer<String> release) {
        return gate(draft, AT_HOME, release);
    }

    /** Opens a gate like {@link #gate(Draft, Consumer)}, whose reviewer is asked on somebody's behalf instead of by local models only. */
    public ReplyGate gate(Draft draft, LlmContext context, Consumer<String> release) {
        return new ReplyGate(this, draft, new Review(reviewer, scope, draft, context), release);
    }

    ReplyWatch watch(Draft draft) {
        return new ReplyWatch(leaks.watch(draft.exchange(), draft.level(), draft.policy()), new OwnRuns(read, draft));
    }

    /** Checks a segment together with what comes before it; the report's text is the segment alone. */
    SafetyReport next(Draft frame, ReplyWatch watch, String before, String segment) {
        Draft whole = frame.saying(before + segment);
        List<SafetyReport.Finding> findings = new ArrayList<>();
        findings.addAll(LevelCheck.check(whole, watch.leaks()));
        Leak leak = LeakCheck.read(whole, watch.leaks());
        findings.addAll(leak == null ? List.of() : LeakCheck.findings(leak));
        findings.addAll(MarkupCheck.check(whole));
        findings.addAll(speech.check(whole, watch));
        findings.addAll(SolutionCheck.check(whole, watch));
        findings.addAll(answers.check(whole, watch));
        findings.addAll(ConfirmationCheck.check(whole, watch.leaks()));
        guards.forEach(guard -> findings.addAll(guard.check(whole)));
        Citations.Verified verified = Citations.verify(frame.saying(segment));
        findings.addAll(verified.findings());
        String text = withoutPersonalData(frame, verified.text(), findings);
        Verdict verdict = findings.stream()
                .map(SafetyReport.Finding::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.OK);
        return new SafetyReport(verdict, text, findings, likelihood(leak));
    }

    private static SafetyReport.@Nullable Likelihood likelihood(@Nullable Leak leak) {
        return leak == null ? null : new SafetyReport.Likelihood(leak.probability(), LeakCheck.kinds(leak));
    }

    private String withoutPersonalData(Draft draft, String text, List<SafetyReport.Finding> findings) {
        Redaction redaction = redactor.redact(text);
        StringBuilder shown = new StringBuilder();
        int at = 0;
        int count = 0;
        for (Redaction.Finding finding : redaction.findings()) {
            String words = text.substring(finding.start(), finding.end());
            if (draft.passages().stream().anyMatch(p -> p.text().contains(words))) {
                continue;
            }
            shown.append(text, at, finding.start())
                    .append('[')
                    .append(finding.kind())
                    .append(']');
            at = finding.end();
            count++;
        }
        if (count > 0) {
            findings.add(new SafetyReport.Finding(
                    "personal_data",
                    Verdict.WARN,
                    RiskDimension.GOVERNANCE,
                    count + " spans of personal data replaced"));
        }
        return shown.append(text, at, text.length()).toString();
    }

    /** Collects what a guard works with; each but {@link #guard} may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable SolutionIndex solutions;
        private @Nullable PiiRedactor redactor;
        private @Nullable LanguageModel reviewer;
        private ReviewScope scope = ReviewScope.IN_DOUBT;
        private final List<Guard> guards = new ArrayList<>();

        private Builder() {}

        /** Sets where the stored solutions are; default none. */
        public Builder solutions(SolutionIndex value) {
            solutions = value;
            return this;
        }

        /** Sets what finds personal data, for example with the course's roster; default {@link PiiRedactor#defaults()}. */
        public Builder redactor(PiiRedactor value) {
            redactor = value;
            return this;
        }

        /**
         * Sets a model that is asked about a text that a gate would let pass, but that may give the solution away: from a probability of
         * 0.15 on. What it calls a leak is not shown; where it does not answer, or with another word, the rules decide. It is asked
         * at most three times for each text, on the thread of the reply, so it has to bound its own time. Default none.
         */
        public Builder reviewer(LanguageModel value) {
            reviewer = value;
            return this;
        }

        /** Sets a model that is asked like that of {@link #reviewer(LanguageModel)}, and of which texts. */
        public Builder reviewer(LanguageModel value, ReviewScope of) {
            reviewer = value;
            scope = of;
            return this;
        }

        /** Adds a check of the host's own, which runs after the others; may be called many times. */
        public Builder guard(Guard value) {
            guards.add(value);
            return this;
        }

        /** Builds the guard. */
        public SafetyGuard build() {
            return new SafetyGuard(this);
        }
    }
}
