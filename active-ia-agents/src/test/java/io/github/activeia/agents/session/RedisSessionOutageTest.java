package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.OwnRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisSessionOutageTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final SessionKey SESSION = new SessionKey(COURSE, ANA, new SessionId("s"));
    private static final ActivityKey ON_TP2 = ActivityKey.of(COURSE, ANA, new ActivityId("tp2"));

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final OwnRedis redis = OwnRedis.start();
    private final RedisSessionStore store = node();

    @AfterEach
    void end() {
        store.close();
        redis.close();
    }

    @Test
    void goes_on_from_what_it_knows_when_redis_is_killed_and_comes_back_empty() {
        say("uno");
        redis.kill();
        SessionState alone = say("dos");
        boolean sharedMeanwhile = store.available();
        redis.restart();
        pass();
        SessionState after = say("tres");

        assertThat(alone.studentMessages()).containsExactly("uno", "dos");
        assertThat(sharedMeanwhile).isFalse();
        assertThat(after.studentMessages()).containsExactly("uno", "dos", "tres");
        assertThat(store.available()).isTrue();
        try (RedisSessionStore other = node()) {
            assertThat(other.updateSession(SESSION, state -> state)).isEqualTo(after);
        }
    }

    @Test
    void goes_on_from_here_when_only_this_node_changed_a_state_during_the_outage() {
        store.updateActivity(ON_TP2, ActivityState::failed);
        redis.stall();
        store.updateActivity(ON_TP2, ActivityState::failed);
        redis.resume();
        pass();

        assertThat(store.updateActivity(ON_TP2, ActivityState::failed).failedAttempts())
                .isEqualTo(3);
    }

    @Test
    void goes_on_from_there_when_another_node_changed_the_state_as_well() {
        store.updateActivity(ON_TP2, ActivityState::failed);
        redis.stall();
        store.updateActivity(ON_TP2, ActivityState::failed);
        redis.resume();
        try (RedisSessionStore other = node()) {
            other.updateActivity(ON_TP2, ActivityState::delegated);
        }
        pass();

        ActivityState after = store.updateActivity(ON_TP2, state -> state);

        assertThat(after.failedAttempts()).isEqualTo(1);
        assertThat(after.delegations()).isEqualTo(1);
    }

    @Test
    void does_not_ask_a_redis_that_has_just_failed() {
        redis.stall();
        say("uno");
        redis.resume();

        say("dos");

        assertThat(store.available()).isFalse();
        assertThat(redis.ask("DBSIZE")).isEqualTo("0");
    }

    @Test
    void loses_no_update_when_redis_only_refuses_to_write() {
        say("uno");
        redis.fill();
        say("dos");
        redis.empty();
        pass();

        assertThat(say("tres").studentMessages()).containsExactly("uno", "dos", "tres");
    }

    private SessionState say(String message) {
        return store.updateSession(SESSION, state -> state.heard(message, message, clock.instant()));
    }

    private void pass() {
        clock.advance(Duration.ofMinutes(2));
    }

    private RedisSessionStore node() {
        return RedisSessionStore.connect(
                redis.uri(),
                RedisSessionSettings.builder()
                        .clock(clock)
                        .timeout(Duration.ofSeconds(1))
                        .build());
    }
}
