package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class OwnRedisTest {
    @Test
    void answers_until_it_is_killed_and_again_when_it_is_started() {
        try (OwnRedis redis = OwnRedis.start()) {
            assertThat(redis.ask("SET", "a", "1")).isEqualTo("OK");

            redis.kill();
            assertThatThrownBy(() -> redis.ask("GET", "a")).isInstanceOf(UncheckedIOException.class);
            redis.restart();

            assertThat(redis.ask("GET", "a")).isEqualTo("null");
        }
    }

    @Test
    void refuses_to_write_and_still_reads_when_it_is_full() {
        try (OwnRedis redis = OwnRedis.start()) {
            redis.ask("SET", "a", "1");

            redis.fill();

            assertThatThrownBy(() -> redis.ask("SET", "b", "1")).hasMessageContaining("OOM");
            assertThat(redis.ask("GET", "a")).isEqualTo("1");
            redis.empty();
            assertThat(redis.ask("SET", "b", "1")).isEqualTo("OK");
        }
    }

    @Test
    void goes_on_when_it_was_stalled() {
        try (OwnRedis redis = OwnRedis.start()) {
            redis.stall();

            redis.resume();

            assertThat(redis.ask("PING")).isEqualTo("PONG");
        }
    }
}
