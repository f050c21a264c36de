package io.github.activeia.agents.admission;

import io.github.activeia.agents.admission.Refusal.Reason;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.cost.BudgetAnswer;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.Spending;
import io.github.activeia.core.limit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks in their order and stops at the first no. Thread-safe if the checks are. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final AdmissionRules rules;
    private final RateLimiter limiter;
    private final Budgets budgets;

    /** Creates the chain from the host's rules and the limiter, without budgets. */
    public Admission(AdmissionRules rules, RateLimiter limiter) {
        this(rules, limiter, Budgets.unlimited());
    }

    /** Creates the chain from the host's rules, the limiter, and the budgets whose requests are counted here. */
    public Admission(AdmissionRules rules, RateLimiter limiter, Budgets budgets) {
        this.rules = rules;
        this.limiter = limiter;
        this.budgets = budgets;
    }

    /** Returns why the question is refused, or empty if it may be read. */
    public Optional<Refusal> refuse(AdmissionRequest request, String text) {
        for (Check check : standing(request)) {
            Optional<Refusal> refusal = run(check);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return spend(request).or(() -> read(text)).or(() -> count(request));
    }

    /**
     * Returns whether a refused question may be read for danger to a person, and for nothing else: it was refused for an exam, a rate or
     * a budget, and whatever else decides whether it may be processed at all says yes. Counts nothing; a check that throws says no.
     */
    public boolean hears(Refusal refusal, AdmissionRequest request, String text) {
        return switch (refusal.reason()) {
            case EXAM_LOCK ->
                standing(request).stream()
                                .filter(check -> check.reason() != Reason.EXAM_LOCK)
                                .allMatch(check -> run(check).isEmpty())
                        && read(text).isEmpty();
            case RATE_LIMIT, BUDGET -> read(text).isEmpty();
            case KILL_SWITCH, COURSE_DISABLED, NO_CONSENT, NO_ACCESS, TOO_LONG, LANGUAGE -> false;
        };
    }

    private List<Check> standing(AdmissionRequest request) {
        return List.of(
                new Check(Reason.KILL_SWITCH, () -> !rules.killSwitch().getAsBoolean()),
                new Check(Reason.COURSE_DISABLED, () -> rules.courseEnabled().test(request)),
                new Check(Reason.NO_CONSENT, () -> rules.consent().test(request)),
                new Check(
                        Reason.EXAM_LOCK,
                        () -> request.policy().tutorEnabled()
                                && !rules.examLock().test(request)),
                new Check(Reason.NO_ACCESS, () -> rules.access().test(request)));
    }

    /**
     * Returns how far the question may travel: to the cloud only where the policy allows it and the student has consented. A
     * check that throws keeps it at home.
     */
    public DataPolicy dataPolicy(AdmissionRequest request) {
        DataPolicy allowed = request.policy().dataPolicy();
        if (allowed == DataPolicy.LOCAL_ONLY) {
            return allowed;
        }
        try {
            return rules.cloudConsent().test(request) ? allowed : DataPolicy.LOCAL_ONLY;
        } catch (RuntimeException failure) {
            LOG.error(
                    "The check of consent to the cloud failed and refuses: {}",
                    failure.getClass().getName());
            return DataPolicy.LOCAL_ONLY;
        }
    }

    private Optional<Refusal> spend(AdmissionRequest request) {
        return limited(request)
                .or(() -> run(new Check(Reason.BUDGET, () -> rules.budget().test(request))));
    }

    private Optional<Refusal> limited(AdmissionRequest request) {
        try {
            Optional<Duration> wait = limiter.tryAcquire(request.account());
            return wait.map(time -> new Refusal(Reason.RATE_LIMIT, false, time));
        } catch (RuntimeException failure) {
            return failed(Reason.RATE_LIMIT, failure);
        }
    }

    /** The last check, because it takes a request: what is refused for another reason is not counted. */
    private Optional<Refusal> count(AdmissionRequest request) {
        BudgetAnswer answer = budgets.reserve(request.account(), Spending.request());
        if (answer instanceof BudgetAnswer.Granted) {
            return Optional.empty();
        }
        Duration wait = answer instanceof BudgetAnswer.Exhausted exhausted
                ? Duration.between(request.at(), exhausted.line().resetsAt())
                : null;
        return Optional.of(new Refusal(Reason.BUDGET, wait == null, wait));
    }

    private Optional<Refusal> read(String text) {
        return run(new Check(Reason.TOO_LONG, () -> text.length() <= rules.maxLength()))
                .or(() -> run(new Check(Reason.LANGUAGE, () -> Script.readable(text))));
    }

    private Optional<Refusal> run(Check check) {
        try {
            return check.condition().holds() ? Optional.empty() : Optional.of(new Refusal(check.reason(), false, null));
        } catch (RuntimeException failure) {
            return failed(check.reason(), failure);
        }
    }

    private static Optional<Refusal> failed(Reason reason, RuntimeException failure) {
        LOG.error(
                "The admission check {} failed and refuses: {}",
                reason.value(),
                failure.getClass().getName());
        return Optional.of(new Refusal(reason, true, null));
    }

    private record Check(Reason reason, Condition condition) {}

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }
}
