package io.github.activeia.spring;

import io.github.activeia.agents.risk.RiskSettings;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When alerts are raised.
 *
 * @param repeatedDelegations which delegation on the same activity alerts the teacher, and every one after it, 1 to 100
 * @param measuredReplies how many replies a mean AI involvement needs before it alerts, 1 to 100
 * @param manyHints how many hints on an activity are fine, 0 to 100
 * @param insecureCode from which technical risk on code alerts, above 0 and up to 1
 * @param pause for how long an alert is not repeated for the same student, activity and code, up to 30d
 * @param remembered how many alerts the pause remembers, 1 to 1000000
 */
record RiskProperties(
        @DefaultValue("3") int repeatedDelegations,
        @DefaultValue("3") int measuredReplies,
        @DefaultValue("5") int manyHints,
        @DefaultValue("0.5") double insecureCode,
        @DefaultValue("1h") Duration pause,
        @DefaultValue("10000") int remembered) {

    void check(Faults faults) {
        try {
            settings();
        } catch (ConfigurationException wrong) {
            for (Fault fault : wrong.faults()) {
                String property = "active-ia.risk." + dashed(fault.property());
                faults.require(false, property, fault.rule(), fault.value(), fault.remedy());
            }
        }
    }

    RiskSettings settings() {
        return RiskSettings.builder()
                .repeatedDelegations(repeatedDelegations)
                .measuredReplies(measuredReplies)
                .manyHints(manyHints)
                .insecureCode(insecureCode)
                .pause(pause)
                .remembered(remembered)
                .build();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
