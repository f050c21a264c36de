package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.activeia.agents.session.RedisSessionStore;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.core.testing.TestRedis;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ExtendWith({RedisExtension.class, PostgresExtension.class})
class CacheConfigurationTest {
    private static final CacheKey KEY = CacheKey.of(CacheFamily.EMBEDDING)
            .part("model", "test")
            .part("text", "cache configuration test")
            .build();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void leaves_the_default_of_the_library_when_no_property_is_set() {
        runner.run(context -> {
            assertThat(context.getBean(CacheParts.class).cache()).isNull();
        });
    }

    @Test
    void keeps_values_in_memory_when_only_a_size_is_set() {
        runner.withPropertyValues("active-ia.cache.near-size=1MB").run(context -> {
            Cache cache = context.getBean(CacheParts.class).cache();

            cache.put(KEY, new byte[] {7}, Duration.ofMinutes(1));

            assertThat(cache.get(KEY)).contains(new byte[] {7});
        });
    }

    @Test
    void shares_sessions_when_redis_is_set(TestRedis redis) {
        runner.withPropertyValues("active-ia.cache.redis-url=" + redis.uri()).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(RedisSessionStore.class);
            Cache cache = context.getBean(CacheParts.class).cache();

            cache.put(KEY, new byte[] {7}, Duration.ofSeconds(1));

            assertThat(cache.get(KEY)).contains(new byte[] {7});
        });
    }

    /** That values come back is the cache's own test: a busy machine may take longer than its limit of 50 ms. */
    @Test
    void makes_its_table_in_the_data_source_when_postgres_is_set(TestDatabase database) {
        runner.withBean(DataSource.class, database::dataSource)
                .withPropertyValues("active-ia.cache.postgres=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(CacheParts.class).cache()).isNotNull();
                });

        assertThatCode(() -> {
                    try (Connection connection = database.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("SELECT count(*) FROM active_ia_cache");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void takes_the_cache_of_the_host_when_there_is_one() {
        runner.withBean(Cache.class, Cache::none)
                .run(context ->
                        assertThat(context.getBean(CacheParts.class).cache()).isSameAs(Cache.none()));
    }

    @Test
    void names_every_fault_and_no_password_when_the_properties_are_wrong() {
        runner.withPropertyValues(
                        "active-ia.cache.redis-url=http://:hidden@localhost",
                        "active-ia.cache.near-size=1B",
                        "active-ia.cache.postgres=true")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("active-ia.cache.redis-url must be a Redis URL")
                        .hasMessageContaining("active-ia.cache.near-size must be at least")
                        .hasMessageContaining("active-ia.cache.postgres must not be set with")
                        .hasMessageNotContaining("hidden"));
    }
}
