package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.testing.SessionStoreContract;
import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresSessionStoreTest extends SessionStoreContract {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana-4711");
    private static final ActivityKey ON_TP2 = ActivityKey.of(COURSE, ANA, new ActivityId("tp2"));
    private static final SessionKey SESSION = new SessionKey(COURSE, ANA, new SessionId("s-4711"));

    private final MutableClock clock = MutableClock.at("2026-03-02T12:00:00Z");
    private final String table = "states_" + TABLES.incrementAndGet();
    private TestDatabase database;
    private PostgresSessionStore store;

    @BeforeEach
    void open(TestDatabase found) {
        database = found;
        store = open(table, clock, Duration.ofHours(1));
        store.createTable();
    }

    @Override
    protected SessionStore node(Clock time, Duration timeToLive) {
        return open(table, time, timeToLive);
    }

    @Test
    void deletes_what_has_expired_and_nothing_else_when_it_is_told_to() {
        store.updateSession(SESSION, state -> state.heard("t1", "hola", NOON));
        clock.advance(Duration.ofMinutes(59));
        store.updateActivity(ON_TP2, ActivityState::delegated);
        clock.advance(Duration.ofMinutes(1));

        assertThat(store.deleteExpired()).isEqualTo(1);
        assertThat(store.updateActivity(ON_TP2, state -> state).delegations()).isEqualTo(1);
    }

    @Test
    void begins_afresh_when_what_is_there_is_no_state() throws SQLException {
        store.updateSession(SESSION, state -> state.heard("t1", "hola", NOON));
        run("update " + table + " set state = 'something else'");

        SessionState after = store.updateSession(SESSION, state -> state.heard("t2", "¿y ahora?", NOON));

        assertThat(after.studentMessages()).containsExactly("¿y ahora?");
        assertThat(store.updateSession(SESSION, state -> state)).isEqualTo(after);
    }

    @Test
    void names_nobody_in_its_keys() throws SQLException {
        store.updateSession(SESSION, state -> state.heard("t1", "hola", NOON));
        store.updateActivity(ON_TP2, ActivityState::delegated);

        assertThat(column("select key from " + table))
                .hasSize(2)
                .noneMatch(key -> key.contains("4711") || key.contains("tp2"));
    }

    @Test
    void writes_nothing_when_nothing_changes() throws SQLException {
        store.updateSession(SESSION, state -> state);
        store.updateActivity(ON_TP2, ActivityState::delegated);
        store.updateActivity(ON_TP2, state -> state);

        assertThat(column("select version::text from " + table)).containsExactly("1");
    }

    @Test
    void says_that_it_may_be_tried_again_when_the_database_does_not_answer() {
        PostgresSessionStore missing = open("missing", clock, Duration.ofHours(1));

        assertThatThrownBy(() -> missing.updateSession(SESSION, state -> state))
                .isInstanceOfSatisfying(
                        ActiveIaException.class, e -> assertThat(e.retriable()).isTrue())
                .hasMessageContaining("the shared states must answer");
    }

    @Test
    void passes_on_what_a_change_throws() {
        assertThatThrownBy(() -> store.updateSession(SESSION, state -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
    }

    @Test
    void names_what_is_wrong_when_it_is_configured() {
        assertThatThrownBy(() -> PostgresSessionSettings.builder()
                        .timeToLive(Duration.ZERO)
                        .timeout(Duration.ofHours(1))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("timeToLive must")
                .hasMessageContaining("timeout must");
        assertThatThrownBy(() -> PostgresSessionSettings.builder()
                        .table("a; drop table b")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table must");
    }

    /** A test machine may be busy: that it is quick is not what is tested here. */
    private PostgresSessionStore open(String name, Clock time, Duration timeToLive) {
        return PostgresSessionStore.of(
                database.dataSource(),
                PostgresSessionSettings.builder()
                        .table(name)
                        .clock(time)
                        .timeToLive(timeToLive)
                        .timeout(Duration.ofSeconds(60))
                        .build());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
