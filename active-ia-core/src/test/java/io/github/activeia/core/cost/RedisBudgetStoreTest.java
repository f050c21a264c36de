package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.JedisPooled;

@ExtendWith(RedisExtension.class)
class RedisBudgetStoreTest extends BudgetStoreContract {
    private static RedisBudgetStore store;
    private static TestRedis redis;

    @BeforeAll
    static void connect(TestRedis given) {
        redis = given;
        store = RedisBudgetStore.connect(redis.uri(), redis.keyPrefix(), Duration.ofSeconds(20));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    BudgetStore store() {
        return store;
    }

    @Test
    void lets_a_counter_expire_with_its_window_when_it_is_first_added_to() {
        store.take(List.of(claim("a", 1, 10)));
        store.take(List.of(claim("a", 1, 10)));
        store.correct(List.of(claim("b", 1, 10)));

        try (JedisPooled client = new JedisPooled(redis.uri())) {
            for (String key : List.of("a", "b")) {
                long left = client.pttl(redis.keyPrefix() + claim(key, 0, 0).key());

                assertThat(left).isPositive().isLessThanOrEqualTo(300_000);
            }
        }
    }

    @Test
    void makes_no_key_when_it_only_asks() {
        used("quiet");
        store.correct(List.of(claim("quiet", -5, 10)));

        try (JedisPooled client = new JedisPooled(redis.uri())) {
            assertThat(client.exists(redis.keyPrefix() + claim("quiet", 0, 0).key()))
                    .isFalse();
        }
    }

    @Test
    void names_every_fault_and_no_password_when_it_is_configured_wrongly() {
        assertThatThrownBy(() -> RedisBudgetStore.connect(URI.create("http://:secret@host"), " ", Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be a Redis URL with a host")
                .hasMessageContaining("key prefix must not be blank")
                .hasMessageContaining("timeout must be at least 1 ms")
                .hasMessageNotContaining("secret");
    }
}
