package io.github.activeia.agents.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every session store must do. Extend it and say how to make an empty store. */
public abstract class SessionStoreContract {
    private static final int THREADS = 4;
    private static final int UPDATES = 250;
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final StudentId BETO = new StudentId("beto");

    /** Returns an empty store. */
    protected abstract SessionStore create();

    @Test
    void starts_fresh_when_nothing_is_known() {
        SessionStore store = create();

        SessionState session = store.updateSession(session(ANA), state -> state);
        ActivityState activity = store.updateActivity(activity(ANA), state -> state);

        assertThat(session).isEqualTo(SessionState.fresh());
        assertThat(activity).isEqualTo(ActivityState.fresh());
    }

    @Test
    void shows_the_next_change_what_the_last_one_returned() {
        SessionStore store = create();

        store.updateSession(session(ANA), state -> state.heard("hola").frustrated());
        SessionState after = store.updateSession(session(ANA), state -> state.heard("¿y ahora?"));

        assertThat(after.turns()).isEqualTo(2);
        assertThat(after.frustrations()).isEqualTo(1);
        assertThat(after.studentMessages()).containsExactly("hola", "¿y ahora?");
    }

    @Test
    void keeps_students_apart_when_their_host_reuses_a_session_id() {
        SessionStore store = create();

        store.updateSession(session(ANA), state -> state.heard("hola"));
        store.updateActivity(activity(ANA), ActivityState::delegated);

        assertThat(store.updateSession(session(BETO), state -> state).turns()).isZero();
        assertThat(store.updateActivity(activity(BETO), state -> state).delegations())
                .isZero();
    }

    @Test
    void loses_no_update_when_messages_come_at_the_same_time() throws Exception {
        SessionStore store = create();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> done = new ArrayList<>();

        for (int t = 0; t < THREADS; t++) {
            done.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < UPDATES; i++) {
                    store.updateActivity(activity(ANA), ActivityState::failed);
                    store.updateSession(session(ANA), SessionState::frustrated);
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> each : done) {
            each.get();
        }
        pool.shutdown();

        assertThat(store.updateActivity(activity(ANA), state -> state).failedAttempts())
                .isEqualTo(THREADS * UPDATES);
        assertThat(store.updateSession(session(ANA), state -> state).frustrations())
                .isEqualTo(THREADS * UPDATES);
    }

    private static SessionKey session(StudentId student) {
        return new SessionKey(COURSE, student, new SessionId("s1"));
    }

    private static ActivityKey activity(StudentId student) {
        return ActivityKey.of(COURSE, student, new ActivityId("tp2"));
    }
}
