package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.scaffolding.LevelMove;
import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.agents.session.RedisSessionStore;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.core.testing.TestRedis;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ExtendWith({RedisExtension.class, PostgresExtension.class})
class SessionConfigurationTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final ActivityId TP2 = new ActivityId("tp2");

    private final List<LevelMove> moves = new CopyOnWriteArrayList<>();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void remembers_in_the_data_source_when_the_store_is_postgres(TestDatabase database) {
        runner.withBean(DataSource.class, database::dataSource)
                .withBean(ProgressListener.class, () -> moves::add)
                .withPropertyValues("active-ia.sessions.store=postgres")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(PostgresSessionStore.class);
                    ActiveIa ia = context.getBean(ActiveIa.class);

                    ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
                    ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
                    ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
                });

        int raised = PostgresSessionStore.of(database.dataSource())
                .updateActivity(ActivityKey.of(COURSE, ANA, TP2), state -> state)
                .level()
                .number();
        assertThat(raised).isEqualTo(2);
        assertThat(moves).extracting(LevelMove::rule).containsExactly("failed_attempts");
    }

    @Test
    void remembers_in_redis_when_the_store_is_redis(TestRedis redis) {
        runner.withPropertyValues("active-ia.sessions.store=redis", "active-ia.redis-url=" + redis.uri())
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RedisSessionStore.class));
    }

    @Test
    void remembers_in_memory_when_it_says_so_in_spite_of_a_cache_in_redis(TestRedis redis) {
        runner.withPropertyValues("active-ia.sessions.store=memory", "active-ia.cache.redis-url=" + redis.uri())
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisSessionStore.class));
    }

    @Test
    void takes_the_store_of_the_host_when_there_is_one() {
        SessionStore own = SessionStore.inMemory();

        runner.withBean(SessionStore.class, () -> own)
                .run(context -> assertThat(context).getBean(SessionStore.class).isSameAs(own));
    }

    @Test
    void names_every_fault_when_the_properties_are_wrong() {
        runner.withPropertyValues("active-ia.sessions.store=oracle", "active-ia.sessions.time-to-live=0s")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("active-ia.sessions.store must be memory, redis or postgres")
                        .hasMessageContaining("active-ia.sessions.time-to-live must be from 1s to 365d"));
    }

    @Test
    void asks_for_a_data_source_when_there_is_none() {
        runner.withPropertyValues("active-ia.sessions.store=postgres").run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .hasMessageContaining("active-ia.sessions.store must find one DataSource bean"));
    }
}
