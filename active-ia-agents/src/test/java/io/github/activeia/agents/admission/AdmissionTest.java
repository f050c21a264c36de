package io.github.activeia.agents.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.admission.Refusal.Reason;
import io.github.activeia.core.Account;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final AdmissionRequest ANA = request(CoursePolicy.intermediate());

    @Test
    void admits_when_nothing_speaks_against_it() {
        Optional<Refusal> refusal =
                new Admission(AdmissionRules.defaults(), RateLimiter.unlimited()).refuse(ANA, "hola");

        assertThat(refusal).isEmpty();
    }

    @Test
    void asks_in_the_documented_order_and_stops_at_the_first_no() {
        List<String> asked = new ArrayList<>();
        AdmissionRules rules = AdmissionRules.builder()
                .killSwitch(() -> !asked.add("kill"))
                .courseEnabled(note(asked, "course", true))
                .consent(note(asked, "consent", true))
                .examLock(note(asked, "exam", false))
                .access(note(asked, "access", true))
                .budget(note(asked, "budget", false))
                .build();
        RateLimiter limiter = account -> {
            asked.add("rate");
            return Optional.empty();
        };

        Optional<Refusal> refusal = new Admission(rules, limiter).refuse(ANA, "x".repeat(20_000));

        assertThat(asked).containsExactly("kill", "course", "consent", "exam", "access", "rate", "budget");
        assertThat(refusal).hasValue(new Refusal(Reason.BUDGET, false, null));
    }

    @Test
    void refuses_when_a_check_throws() {
        AdmissionRules rules = AdmissionRules.builder()
                .consent(request -> {
                    throw new IllegalStateException("the register is down");
                })
                .build();

        Optional<Refusal> refusal = new Admission(rules, RateLimiter.unlimited()).refuse(ANA, "hola");

        assertThat(refusal).hasValue(new Refusal(Reason.NO_CONSENT, true, null));
    }

    @Test
    void refuses_when_the_limiter_throws_or_says_wait() {
        RateLimiter broken = account -> {
            throw new IllegalStateException("no counter");
        };
        RateLimiter full = account -> Optional.of(Duration.ofSeconds(40));

        assertThat(new Admission(AdmissionRules.defaults(), broken).refuse(ANA, "hola"))
                .hasValue(new Refusal(Reason.RATE_LIMIT, true, null));
        assertThat(new Admission(AdmissionRules.defaults(), full).refuse(ANA, "hola"))
                .hasValue(new Refusal(Reason.RATE_LIMIT, false, Duration.ofSeconds(40)));
    }

    @Test
    void locks_when_the_policy_in_force_is_that_of_an_exam() {
        Optional<Refusal> refusal = new Admission(AdmissionRules.defaults(), RateLimiter.unlimited())
                .refuse(request(CoursePolicy.exam()), "hola");

        assertThat(refusal).hasValue(new Refusal(Reason.EXAM_LOCK, false, null));
    }

    @Test
    void refuses_other_scripts_and_long_messages_but_reads_symbols_and_code() {
        Admission admission =
                new Admission(AdmissionRules.builder().maxLength(50).build(), RateLimiter.unlimited());

        assertThat(admission.refuse(ANA, "что такое очередь?")).hasValue(new Refusal(Reason.LANGUAGE, false, null));
        assertThat(admission.refuse(ANA, "a".repeat(51))).hasValue(new Refusal(Reason.TOO_LONG, false, null));
        assertThat(admission.refuse(ANA, "¿T(n) = Θ(n²)? α + β = γ")).isEmpty();
        assertThat(admission.refuse(ANA, "123 + 4?")).isEmpty();
    }

    @Test
    void hears_of_danger_only_when_the_message_may_be_processed() {
        Refusal exam = new Refusal(Reason.EXAM_LOCK, false, null);
        AdmissionRules rules =
                AdmissionRules.builder().examLock(request -> true).maxLength(50).build();
        AdmissionRules closed = AdmissionRules.builder()
                .examLock(request -> true)
                .consent(request -> false)
                .build();

        Admission admission = new Admission(rules, RateLimiter.unlimited());

        assertThat(admission.hears(exam, ANA, "hola")).isTrue();
        assertThat(admission.hears(new Refusal(Reason.BUDGET, false, null), ANA, "hola"))
                .isTrue();
        assertThat(admission.hears(exam, ANA, "a".repeat(51))).isFalse();
        assertThat(admission.hears(new Refusal(Reason.NO_CONSENT, false, null), ANA, "hola"))
                .isFalse();
        assertThat(new Admission(closed, RateLimiter.unlimited()).hears(exam, ANA, "hola"))
                .isFalse();
    }

    @Test
    void names_every_fault_of_the_rules() {
        assertThatThrownBy(() -> AdmissionRules.builder().maxLength(0).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maxLength must be from 1");
        assertThatThrownBy(() -> AdmissionRules.builder().killSwitch(() -> true).killSwitch(() -> false))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("killSwitch must be set once");
    }

    private static Predicate<AdmissionRequest> note(List<String> asked, String name, boolean answer) {
        return request -> {
            asked.add(name);
            return answer;
        };
    }

    private static AdmissionRequest request(CoursePolicy policy) {
        return new AdmissionRequest(
                Account.of(new StudentId("ana"), new CourseId("algoritmos")),
                null,
                policy,
                Instant.parse("2026-03-02T12:00:00Z"));
    }
}
