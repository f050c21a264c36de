package io.github.activeia.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.trace.CognitiveTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionRiskTest {
    @Test
    void keeps_mean_and_maximum_of_each_dimension_that_was_measured() {
        RiskProfile first = profile(Map.of(RiskDimension.COGNITIVE, 0.2, RiskDimension.TECHNICAL, 0.5));
        RiskProfile second = profile(Map.of(RiskDimension.COGNITIVE, 0.6));

        SessionRisk risk = SessionRisk.none().plus(first).plus(second);

        assertThat(risk.of(RiskDimension.COGNITIVE)).hasValueSatisfying(spread -> {
            assertThat(spread.interactions()).isEqualTo(2);
            assertThat(spread.mean()).isCloseTo(0.4, within(1e-9));
            assertThat(spread.maximum()).isEqualTo(0.6);
        });
        assertThat(risk.of(RiskDimension.TECHNICAL))
                .hasValueSatisfying(spread -> assertThat(spread.mean()).isEqualTo(0.5));
        assertThat(risk.of(RiskDimension.ETHICAL)).isEmpty();
    }

    @Test
    void reads_the_profiles_of_the_traces_and_passes_over_those_without_one() {
        RiskProfile profile = profile(Map.of(RiskDimension.GOVERNANCE, 0.8));
        CognitiveTrace analysed =
                trace(new CognitiveTrace.Step(RiskProfile.STEP, "gobernanza", "", profile.asEvidence(), Duration.ZERO));
        CognitiveTrace refused = trace(new CognitiveTrace.Step("admission", "refused", "", Map.of(), Duration.ZERO));
        CognitiveTrace broken = trace(new CognitiveTrace.Step(RiskProfile.STEP, "failed", "", Map.of(), Duration.ZERO));

        SessionRisk risk = SessionRisk.of(List.of(analysed, refused, broken));

        assertThat(RiskProfile.in(analysed)).contains(profile);
        assertThat(RiskProfile.in(broken)).isEmpty();
        assertThat(risk).isEqualTo(SessionRisk.none().plus(profile));
    }

    private static RiskProfile profile(Map<RiskDimension, Double> scores) {
        Map<RiskDimension, RiskProfile.Score> all = new EnumMap<>(RiskDimension.class);
        scores.forEach((dimension, value) -> all.put(dimension, new RiskProfile.Score(value, List.of("1 signal"))));
        return new RiskProfile(all);
    }

    private static CognitiveTrace trace(CognitiveTrace.Step step) {
        return new CognitiveTrace(
                "t1",
                Instant.EPOCH,
                new CognitiveTrace.Who(new StudentId("ana"), new CourseId("algoritmos"), null, new SessionId("s1")),
                "",
                "",
                Map.of(),
                List.of(step),
                null);
    }
}
