package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisExtensionTest {
    @Test
    void answers_when_it_is_pinged(TestRedis redis) {
        try (RedisWire wire = RedisWire.connect(redis.uri())) {
            assertThat(wire.ask("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void deletes_its_own_keys_alone_when_it_is_closed(TestRedis redis) {
        TestRedis other = TestRedis.create();
        try (RedisWire wire = RedisWire.connect(redis.uri())) {
            wire.ask("SET", redis.keyPrefix() + "a", "ñandú");
            wire.ask("SET", other.keyPrefix() + "a", "1");

            other.close();

            assertThat(wire.ask("GET", other.keyPrefix() + "a")).isNull();
            assertThat(wire.ask("GET", redis.keyPrefix() + "a")).isEqualTo("ñandú");
        }
    }

    @Test
    void says_what_redis_refused_when_a_command_is_wrong(TestRedis redis) {
        try (RedisWire wire = RedisWire.connect(redis.uri())) {
            assertThatThrownBy(() -> wire.ask("GET")).hasMessageContaining("wrong number of arguments");
        }
    }
}
