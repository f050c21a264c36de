package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.testing.SessionStoreContract;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.JedisPooled;

@ExtendWith(RedisExtension.class)
class RedisSessionStoreTest extends SessionStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana-4711");
    private static final ActivityKey ON_TP2 = ActivityKey.of(COURSE, ANA, new ActivityId("tp2"));
    private static final SessionKey SESSION = new SessionKey(COURSE, ANA, new SessionId("s-4711"));

    private TestRedis redis;
    private String prefix;
    private RedisSessionStore store;
    private final List<RedisSessionStore> nodes = new ArrayList<>();

    @BeforeEach
    void open(TestRedis found) {
        redis = found;
        prefix = found.keyPrefix() + TESTS.incrementAndGet() + ":";
        store = connect();
    }

    @AfterEach
    void close() {
        store.close();
        nodes.forEach(RedisSessionStore::close);
    }

    /** The prefix is of this test alone, so the store is empty. */
    @Override
    protected SessionStore node(Clock time, Duration timeToLive) {
        RedisSessionStore node = RedisSessionStore.connect(
                redis.uri(), settings(prefix).clock(time).timeToLive(timeToLive).build());
        nodes.add(node);
        return node;
    }

    @Test
    void keeps_an_activity_apart_from_the_session_when_their_ids_are_the_same() {
        SessionId same = new SessionId("tp2");

        store.updateActivity(ON_TP2, ActivityState::delegated);

        assertThat(store.updateActivity(ActivityKey.outside(COURSE, ANA, same), state -> state))
                .isEqualTo(ActivityState.fresh());
        assertThat(store.updateSession(new SessionKey(COURSE, ANA, same), state -> state))
                .isEqualTo(SessionState.fresh());
    }

    @Test
    void begins_afresh_when_what_is_there_is_no_state() {
        store.updateSession(SESSION, state -> state.heard("t1", "hola", NOON));
        try (JedisPooled client = new JedisPooled(redis.uri())) {
            client.keys(prefix + "*").forEach(key -> client.set(key, "something else"));
        }

        SessionState after = store.updateSession(SESSION, state -> state.heard("t2", "¿y ahora?", NOON));

        assertThat(after.studentMessages()).containsExactly("¿y ahora?");
    }

    @Test
    void names_nobody_in_its_keys_and_lets_them_expire() {
        store.updateSession(SESSION, state -> state.heard("t1", "hola", NOON));
        store.updateActivity(ON_TP2, ActivityState::delegated);

        try (JedisPooled client = new JedisPooled(redis.uri())) {
            assertThat(client.keys(prefix + "*"))
                    .hasSize(2)
                    .noneMatch(key -> key.contains("4711") || key.contains("tp2"))
                    .allMatch(key -> client.ttl(key) > 0 && client.ttl(key) <= 30 * 86_400);
        }
    }

    @Test
    void writes_nothing_when_nothing_is_known_and_nothing_changes() {
        store.updateSession(SESSION, state -> state);

        try (JedisPooled client = new JedisPooled(redis.uri())) {
            assertThat(client.keys(prefix + "*")).isEmpty();
        }
    }

    @Test
    void passes_on_what_a_change_throws() {
        assertThatThrownBy(() -> store.updateSession(SESSION, state -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(store.available()).isTrue();
    }

    @Test
    void names_what_is_wrong_when_it_is_configured() {
        assertThatThrownBy(() -> RedisSessionStore.connect(URI.create("http://localhost")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("redis URI must be a Redis URL");
        assertThatThrownBy(() -> RedisSessionSettings.builder()
                        .keyPrefix("a b")
                        .timeToLive(Duration.ZERO)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keyPrefix must")
                .hasMessageContaining("timeToLive must");
    }

    private RedisSessionStore connect() {
        return RedisSessionStore.connect(redis.uri(), settings(prefix).build());
    }

    /** A test machine may be busy: that it is quick is not what is tested here. */
    private static RedisSessionSettings.Builder settings(String keyPrefix) {
        return RedisSessionSettings.builder().keyPrefix(keyPrefix).timeout(Duration.ofSeconds(20));
    }
}
