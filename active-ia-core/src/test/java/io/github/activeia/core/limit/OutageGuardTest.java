package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutageGuardTest {
    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final Store store = new Store();

    @Test
    void serves_as_much_as_the_limit_when_it_fails_open() {
        try (OutageGuard guard = guard(FailPolicy.OPEN)) {
            store.broken = true;

            List<Optional<Duration>> answers = RateLimiterContract.ask(guard, RateLimiterContract.ANA, 5);

            assertThat(RateLimiterContract.granted(answers)).isEqualTo(2);
            assertThat(answers.get(4)).contains(Duration.ofMinutes(30));
        }
    }

    @Test
    void asks_the_store_again_when_it_has_recovered() {
        try (OutageGuard guard = guard(FailPolicy.CLOSED)) {
            store.broken = true;
            Optional<Duration> during = guard.tryAcquire(RateLimiterContract.ANA);
            store.broken = false;

            Optional<Duration> after = guard.tryAcquire(RateLimiterContract.ANA);

            assertThat(during).contains(Duration.ofSeconds(5));
            assertThat(after).isEmpty();
        }
    }

    @Test
    void answers_when_every_thread_waits_for_a_store_that_never_answers() {
        try (OutageGuard guard = guard(FailPolicy.CLOSED)) {
            store.silent = true;

            List<Optional<Duration>> answers =
                    RateLimiterContract.ask(guard, RateLimiterContract.ANA, 2 * OutageGuard.THREADS);

            store.answer.countDown();
            assertThat(answers).containsOnly(Optional.of(Duration.ofSeconds(5)));
        }
    }

    @Test
    void warns_once_a_minute_and_without_the_message_of_the_driver() {
        String log = logged(() -> {
            try (OutageGuard guard = guard(FailPolicy.OPEN)) {
                store.broken = true;
                RateLimiterContract.ask(guard, RateLimiterContract.ANA, 50);
                clock.advance(Duration.ofSeconds(59));
                RateLimiterContract.ask(guard, RateLimiterContract.ANA, 50);
                clock.advance(Duration.ofSeconds(1));
                RateLimiterContract.ask(guard, RateLimiterContract.ANA, 50);
            }
        });

        assertThat(log.lines().filter(line -> line.contains("The store of the rate limits")))
                .hasSize(2);
        assertThat(log).contains("IllegalStateException").doesNotContain("hush");
    }

    @Test
    void applies_the_policy_when_it_is_closed() {
        OutageGuard guard = guard(FailPolicy.CLOSED);

        guard.close();
        guard.close();

        assertThat(guard.tryAcquire(RateLimiterContract.ANA)).contains(Duration.ofSeconds(5));
    }

    @Test
    void keeps_the_interrupt_when_the_one_who_asks_is_interrupted() {
        try (OutageGuard guard = guard(FailPolicy.CLOSED)) {
            store.silent = true;
            Thread.currentThread().interrupt();

            Optional<Duration> answer = guard.tryAcquire(RateLimiterContract.ANA);

            store.answer.countDown();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).contains(Duration.ofSeconds(5));
        }
    }

    private OutageGuard guard(FailPolicy policy) {
        SharedLimiterSettings settings = SharedLimiterSettings.builder()
                .limits(RateLimits.builder()
                        .student(Rate.of(2, Duration.ofHours(1)))
                        .build())
                .failPolicy(policy)
                .timeBound(Duration.ofMillis(200))
                .build();
        return new OutageGuard(store, settings, clock);
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A store that lets everything through, unless it is broken or silent. */
    private static final class Store implements SharedBuckets {
        private final CountDownLatch answer = new CountDownLatch(1);
        private volatile boolean broken;
        private volatile boolean silent;

        @Override
        public Optional<Duration> take(List<Claim> claims) throws InterruptedException {
            if (broken) {
                throw new IllegalStateException("redis://:hush@localhost");
            }
            if (silent) {
                answer.await();
            }
            return Optional.empty();
        }

        @Override
        public void sweep() {}

        @Override
        public void close() {}
    }
}
