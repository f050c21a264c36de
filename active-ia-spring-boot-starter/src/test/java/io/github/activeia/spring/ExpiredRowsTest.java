package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ExtendWith(PostgresExtension.class)
class ExpiredRowsTest {
    private static final ActivityKey KEY =
            ActivityKey.of(new CourseId("algoritmos"), new StudentId("ana"), new ActivityId("tp2"));

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("active-ia.llm.chain=", "active-ia.trace.enabled=false")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void sessions_are_gone_from_postgresql_when_their_time_is_over(TestDatabase database) {
        MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
        runner.withBean(DataSource.class, database::dataSource)
                .withBean(Clock.class, () -> clock)
                .withPropertyValues("active-ia.sessions.store=postgres", "active-ia.sessions.time-to-live=1d")
                .run(context -> {
                    PostgresSessionStore store = context.getBean(PostgresSessionStore.class);
                    store.updateActivity(KEY, state -> state.delegated());
                    ExpiredRows rows = context.getBean(ExpiredRows.class);

                    rows.delete();
                    assertThat(store.updateActivity(KEY, state -> state).delegations())
                            .isEqualTo(1);
                    clock.advance(Duration.ofDays(2));
                    rows.delete();

                    assertThat(store.deleteExpired()).isZero();
                    assertThat(store.updateActivity(KEY, state -> state).delegations())
                            .isZero();
                });
    }

    @Test
    void goes_on_in_the_next_round_when_a_store_fails() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        ExpiredRows rows = new ExpiredRows(
                Map.of("sessions", () -> {
                    rounds.incrementAndGet();
                    second.countDown();
                    throw new IllegalStateException("down");
                }),
                Duration.ofMillis(5));

        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        rows.close();
        assertThat(rounds.get()).isGreaterThanOrEqualTo(2);
    }
}
