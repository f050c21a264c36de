package io.github.activeia.agents.risk;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the risk of an interaction in five dimensions, and tells people of what they should look at. It uses no model, and nothing that
 * it says is a grade. Thread-safe.
 *
 * <p>Each score is 1 − ∏(1 − part) over the parts that hold, rounded to four digits:
 *
 * <ul>
 *   <li>cognitive: 0.4 the message delegates; 0.3 its risk level is high, 0.1 medium; 0.2 it delegates without own work where the policy
 *       asks for a justification; 1 − 0.85<sup>n</sup> for n delegations on the activity; 0.2 more hints than
 *       {@link RiskSettings.Builder#manyHints}; 0.3 × the AI involvement of the reply; 0.5 × min(1, mean AI involvement ÷ the policy's
 *       {@code dependencyAlert}); findings
 *   <li>ethical: 0.3 the message asks for the finished solution; 0.4 it borrows an authority; findings
 *   <li>epistemic: 0.3 a model explained in general, without the course; 0.4 a model stated something of six words or more about the
 *       material without a citation; findings. Absent where nobody answered
 *   <li>technical: the weight of each rule of {@code insecure-code.txt} that fired on the student's or the reply's code. Absent where there
 *       is no code
 *   <li>governance: 0.8 the message attacks the rules; findings
 * </ul>
 *
 * <p>A finding of safety in any draft, shown or not, counts in its own dimension, once for each check: 0.2 for a warning, 0.4 for a
 * rewrite, 0.6 for a block. The numbers are a convention of this project, set by hand, and not fitted to any data.
 *
 * <pre>{@code
 * RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of());
 * RiskReport report = analysis.analyse(interaction);
 * analysis.tell(report);
 * }</pre>
 */
public final class RiskAnalysis {
    private static final Logger LOG = LoggerFactory.getLogger(RiskAnalysis.class);

    private final Scoring scoring;
    private final Alarms alarms;
    private final List<AlertListener> listeners;
    private final Pause pause;

    private RiskAnalysis(RiskSettings settings, List<AlertListener> listeners) {
        this.scoring = new Scoring(settings, InsecureCode.load());
        this.alarms = new Alarms(settings);
        this.listeners = List.copyOf(listeners);
        this.pause = new Pause(settings.pause(), settings.remembered());
    }

    /** Returns an analysis that tells some listeners. It remembers what it told: keep the instance. */
    public static RiskAnalysis of(RiskSettings settings, List<AlertListener> listeners) {
        return new RiskAnalysis(settings, listeners);
    }

    /** Analyses an interaction: a function of it alone, which tells nobody. */
    public RiskReport analyse(Interaction interaction) {
        Scoring.Code code = scoring.code(interaction);
        RiskProfile profile = scoring.profile(interaction, code);
        return new RiskReport(profile, alarms.of(interaction, profile, code));
    }

    /**
     * Tells the listeners of the alerts of a report, on this thread, except of those that a pause holds back. A listener that fails is
     * logged; an alert that reached no listener is not held back the next time.
     */
    public void tell(RiskReport report) {
        if (listeners.isEmpty()) {
            return;
        }
        report.alerts().stream().filter(pause::take).forEach(this::tell);
    }

    private void tell(Alert alert) {
        int heard = 0;
        for (AlertListener listener : listeners) {
            heard += tell(listener, alert) ? 1 : 0;
        }
        if (heard == 0) {
            pause.forget(alert);
        }
    }

    private static boolean tell(AlertListener listener, Alert alert) {
        try {
            listener.onAlert(alert);
            return true;
        } catch (RuntimeException failure) {
            LOG.error(
                    "A listener failed on the alert {} of the trace {}: {}",
                    alert.code(),
                    alert.origin().traceId(),
                    failure.getClass().getName());
            return false;
        }
    }
}
