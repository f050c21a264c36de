package io.github.activeia.agents.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.agents.session.Turn;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every session store must do. Extend it and say how a node gets to the states of the test. */
public abstract class SessionStoreContract {
    private static final int THREADS = 8;
    private static final int UPDATES = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final StudentId BETO = new StudentId("beto");

    private final MutableClock clock = MutableClock.at("2026-03-02T12:00:00Z");

    /**
     * Returns the store of one more node. All that one test gets share their states, which are empty in the beginning; a store in
     * memory is always the same.
     */
    protected abstract SessionStore node(Clock time, Duration timeToLive);

    @Test
    void starts_fresh_when_nothing_is_known() {
        SessionStore store = node();

        SessionState session = store.updateSession(session(ANA), state -> state);
        ActivityState activity = store.updateActivity(activity(ANA), state -> state);

        assertThat(session).isEqualTo(SessionState.fresh());
        assertThat(activity).isEqualTo(ActivityState.fresh());
    }

    @Test
    void shows_another_node_what_the_last_change_returned() {
        SessionState session = node().updateSession(session(ANA), state -> state.heard("t1", "¿qué es 🐟?\u0000", NOON)
                .frustrated()
                .answered("t1", "¿Qué probaste?", "¿Qué probaste?", NOON.plusMillis(7)));
        ActivityState activity = node().updateActivity(activity(ANA), state -> state.begun(NOON)
                .involved(0.1)
                .hinted()
                .given(3)
                .given(1));

        SessionStore other = node();

        assertThat(other.updateSession(session(ANA), state -> state)).isEqualTo(session);
        assertThat(other.updateActivity(activity(ANA), state -> state)).isEqualTo(activity);
        assertThat(session.tutorQuestion()).isEqualTo("¿Qué probaste?");
        assertThat(activity.givenHints()).containsExactly(1, 3);
    }

    @Test
    void keeps_students_apart_when_their_host_reuses_a_session_id() {
        SessionStore store = node();

        store.updateSession(session(ANA), state -> state.heard("t1", "hola", NOON));
        store.updateActivity(activity(ANA), ActivityState::delegated);

        assertThat(store.updateSession(session(BETO), state -> state).turns()).isZero();
        assertThat(store.updateActivity(activity(BETO), state -> state).delegations())
                .isZero();
    }

    @Test
    void loses_no_update_when_messages_come_at_the_same_time() throws Exception {
        SessionStore first = node();
        SessionStore second = node();

        Crowd.of(THREADS, thread -> {
            SessionStore store = thread % 2 == 0 ? first : second;
            for (int i = 0; i < UPDATES; i++) {
                store.updateActivity(activity(ANA), ActivityState::failed);
            }
        });

        assertThat(first.updateActivity(activity(ANA), state -> state).failedAttempts())
                .isEqualTo(THREADS * UPDATES);
    }

    @Test
    void loses_doubles_and_reorders_no_turn_when_two_nodes_append_at_the_same_time() throws Exception {
        SessionStore first = node();
        SessionStore second = node();
        Map<Integer, String> taken = new ConcurrentHashMap<>();

        Crowd.of(2 * THREADS, thread -> {
            SessionStore store = thread % 2 == 0 ? first : second;
            int before = 0;
            for (int i = 0; i < UPDATES; i++) {
                String id = thread + "-" + i;
                SessionState after = store.updateSession(session(ANA), state -> state.heard(id, id, NOON));
                assertThat(after.turns()).isGreaterThan(before);
                assertThat(taken.putIfAbsent(after.turns(), id)).isNull();
                before = after.turns();
            }
        });

        int all = 2 * THREADS * UPDATES;
        SessionState end = second.updateSession(session(ANA), state -> state);
        assertThat(end.turns()).isEqualTo(all);
        assertThat(end.messages()).isEqualTo(all);
        assertThat(taken).hasSize(all).containsKeys(1, all).doesNotContainKey(all + 1);
        assertThat(end.conversation())
                .extracting(Turn::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(all - SessionState.TURNS + 1, all)
                        .boxed()
                        .toList());
        assertThat(end.conversation()).allMatch(turn -> turn.id().equals(taken.get(turn.number())));
    }

    @Test
    void appends_once_when_the_same_id_comes_twice() {
        SessionStore store = node();

        store.updateSession(session(ANA), state -> state.heard("t1", "hola", NOON));
        store.updateSession(session(ANA), state -> state.answered("t1", "¿Qué probaste?", null, NOON));
        node().updateSession(session(ANA), state -> state.heard("t1", "hola", NOON));
        SessionState after = node().updateSession(session(ANA), state -> state.answered("t1", "otra cosa", null, NOON));

        assertThat(after.turns()).isEqualTo(2);
        assertThat(after.messages()).isEqualTo(1);
        assertThat(after.conversation()).extracting(Turn::text).containsExactly("hola", "¿Qué probaste?");
    }

    @Test
    void drops_the_oldest_turns_and_counts_on_when_there_are_too_many_characters() {
        SessionStore store = node();
        String longText = "x".repeat(Turn.LONGEST);

        SessionState after = SessionState.fresh();
        for (int i = 1; i <= 12; i++) {
            String id = "t" + i;
            after = store.updateSession(session(ANA), state -> state.heard(id, longText, NOON));
        }

        List<Turn> kept = node().updateSession(session(ANA), state -> state).conversation();
        assertThat(after.turns()).isEqualTo(12);
        assertThat(after.characters()).isLessThanOrEqualTo(SessionState.CHARACTERS);
        assertThat(kept).isEqualTo(after.conversation());
        assertThat(kept).extracting(Turn::number).startsWith(5).endsWith(12).hasSize(8);
    }

    @Test
    void forgets_a_state_when_nobody_changes_it_for_the_time_to_live() {
        SessionStore store = node();
        store.updateSession(session(ANA), state -> state.heard("t1", "hola", NOON));
        store.updateActivity(activity(ANA), ActivityState::delegated);

        clock.advance(HOUR.minusMillis(1));
        SessionState kept = store.updateSession(session(ANA), state -> state.heard("t2", "¿y ahora?", NOON));
        clock.advance(Duration.ofMillis(1));
        ActivityState forgotten = node().updateActivity(activity(ANA), state -> state);
        clock.advance(HOUR.minusMillis(2));
        SessionState still = node().updateSession(session(ANA), state -> state);
        clock.advance(Duration.ofMillis(1));
        SessionState after = node().updateSession(session(ANA), state -> state);

        assertThat(kept.turns()).isEqualTo(2);
        assertThat(forgotten).isEqualTo(ActivityState.fresh());
        assertThat(still).isEqualTo(kept);
        assertThat(after).isEqualTo(SessionState.fresh());
    }

    private SessionStore node() {
        return node(clock, HOUR);
    }

    private static SessionKey session(StudentId student) {
        return new SessionKey(COURSE, student, new SessionId("s1"));
    }

    private static ActivityKey activity(StudentId student) {
        return ActivityKey.of(COURSE, student, new ActivityId("tp2"));
    }
}
