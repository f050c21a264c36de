package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.testing.SessionStoreContract;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.JedisPooled;

@ExtendWith(RedisExtension.class)
class RedisSessionStoreTest extends SessionStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana-4711");
    private static final ActivityKey ON_TP2 = ActivityKey.of(COURSE, ANA, new ActivityId("tp2"));
    private static final SessionKey SESSION = new SessionKey(COURSE, ANA, new SessionId("s-4711"));

    private TestRedis redis;
    private String prefix;
    private RedisSessionStore store;

    @BeforeEach
    void open(TestRedis found) {
        redis = found;
        prefix = found.keyPrefix() + TESTS.incrementAndGet() + ":";
        store = connect();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The prefix is of this test alone, so the store is empty. */
    @Override
    protected SessionStore create() {
        return store;
    }

    @Test
    void shows_another_node_what_this_one_changed() {
        Instant now = Instant.parse("2026-03-02T10:00:00.123456Z");
        SessionState session = store.updateSession(
                SESSION, state -> state.heard("¿qué es 🐟?").frustrated().asked("¿Qué probaste?"));
        ActivityState activity = store.updateActivity(ON_TP2, state -> state.raised(HelpLevel.STRATEGY, now)
                .involved(0.1)
                .hinted()
                .delegated());

        try (RedisSessionStore node = connect()) {
            assertThat(node.updateSession(SESSION, state -> state)).isEqualTo(session);
            assertThat(node.updateActivity(ON_TP2, state -> state)).isEqualTo(activity);
        }
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
        store.updateSession(SESSION, state -> state.heard("hola"));
        try (JedisPooled client = new JedisPooled(redis.uri())) {
            client.keys(prefix + "*").forEach(key -> client.set(key, "something else"));
        }

        SessionState after = store.updateSession(SESSION, state -> state.heard("¿y ahora?"));

        assertThat(after.studentMessages()).containsExactly("¿y ahora?");
    }

    @Test
    void names_nobody_in_its_keys_and_lets_them_expire() {
        store.updateSession(SESSION, state -> state.heard("hola"));
        store.updateActivity(ON_TP2, ActivityState::delegated);

        try (JedisPooled client = new JedisPooled(redis.uri())) {
            assertThat(client.keys(prefix + "*"))
                    .hasSize(2)
                    .noneMatch(key -> key.contains("4711") || key.contains("tp2"))
                    .allMatch(key -> client.ttl(key) > 0 && client.ttl(key) <= 3600);
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
        return RedisSessionStore.connect(redis.uri(), settings(prefix));
    }

    /** A test machine may be busy: that it is quick is not what is tested here. */
    private static RedisSessionSettings settings(String keyPrefix) {
        return RedisSessionSettings.builder()
                .keyPrefix(keyPrefix)
                .timeToLive(Duration.ofHours(1))
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
