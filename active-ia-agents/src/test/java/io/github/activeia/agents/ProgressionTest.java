package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.scaffolding.LevelMove;
import io.github.activeia.agents.scaffolding.Observation;
import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.scaffolding.TopicKey;
import io.github.activeia.agents.scaffolding.TopicProgress;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.agents.session.StateStore;
import io.github.activeia.agents.session.Turn;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.trace.CognitiveTrace;
import io.github.activeia.core.trace.TraceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the tutor remembers a conversation, and how students get on. */
class ProgressionTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final ActivityId TP2 = new ActivityId("tp2");
    private static final TopicKey UNIT_3 = new TopicKey(COURSE, ANA, "3");
    private static final Activity SORTING = new Activity(TP2, "Ordenamiento", "", "3", Difficulty.ADVANCED, null);

    private final MutableClock clock = MutableClock.at("2026-03-02T12:00:00Z");
    private final StateStore sessions = SessionStore.inMemory(clock, Duration.ofDays(1));
    private final StudentProgress progress = StudentProgress.in(sessions);
    private final FixedKnowledge knowledge = FixedKnowledge.of(Passages.insertion());
    private final List<LevelMove> moves = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final ProgressListener hearing = new ProgressListener() {
        @Override
        public void onMove(LevelMove move) {
            moves.add(move);
        }

        @Override
        public void onObservation(Observation observation) {
            observations.add(observation);
        }
    };

    @Test
    void remembers_both_sides_of_a_conversation() {
        List<CognitiveTrace> traces = new ArrayList<>();
        ActiveIa ia = ActiveIa.builder()
                .knowledge(knowledge)
                .course(COURSE)
                .sessions(sessions)
                .traces(traces::add)
                .clock(clock)
                .build();

        Reply reply = ia.ask(Question.of("Mi mail es ana@example.org. ¿Qué es el invariante de inserción?")
                .by("ana")
                .during("s1"));

        SessionState state = sessions.updateSession(new SessionKey(COURSE, ANA, new SessionId("s1")), known -> known);
        assertThat(state.conversation()).extracting(Turn::number).containsExactly(1, 2);
        assertThat(state.conversation()).extracting(Turn::role).containsExactly(Turn.Role.STUDENT, Turn.Role.TUTOR);
        assertThat(state.conversation())
                .extracting(Turn::id)
                .containsOnly(traces.get(0).id());
        assertThat(state.conversation().get(0).text()).contains("invariante").doesNotContain("example.org");
        assertThat(reply.text()).startsWith(state.conversation().get(1).text());
        assertThat(state.tutorQuestion()).isNotNull();
    }

    @Test
    void tells_of_attempts_and_of_the_level_that_they_move() {
        ActiveIa ia = tutor().progressListener(hearing).build();

        ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        HelpLevel raised = ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        HelpLevel lowered = ia.attempt(ANA, COURSE, TP2, AttemptOutcome.SOLVED_STEP);

        assertThat(raised).isEqualTo(HelpLevel.CONCEPT);
        assertThat(lowered).isEqualTo(HelpLevel.ORIENT);
        assertThat(observations)
                .hasSize(4)
                .allMatch(each ->
                        each.source() == Observation.Source.HOST && each.topic().equals(UNIT_3));
        assertThat(moves).extracting(LevelMove::rule).containsExactly("failed_attempts", "progress");
        assertThat(moves.get(0).before()).isEqualTo(HelpLevel.ORIENT);
        assertThat(moves.get(0).after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(moves.get(0).why()).contains("3 attempts failed");
        assertThat(moves.get(0).key().student()).isEqualTo(ANA);
        assertThat(moves.get(0).progress()).extracting(TopicProgress::failures).isEqualTo(3);
        assertThat(progress.find(UNIT_3)).isEqualTo(observations.get(3).progress());
    }

    @Test
    void observes_what_a_message_tells_of_own_work() {
        ActiveIa ia = tutor().progressListener(hearing).build();

        ia.ask(Question.of(
                        "Hice esto:\n```java\nfor (int i = 0; i <= n; i++) { a[i] = a[i + 1]; }\n```\ny no me funciona")
                .by("ana")
                .on("tp2"));
        ia.ask(Question.of("¿Qué es el invariante?").by("ana").on("tp2"));

        assertThat(observations).singleElement().satisfies(each -> {
            assertThat(each.source()).isEqualTo(Observation.Source.MESSAGE);
            assertThat(each.outcome()).isEqualTo(AttemptOutcome.FAILED);
        });
    }

    @Test
    void observes_nothing_outside_of_any_activity() {
        ActiveIa ia = tutor().progressListener(hearing).build();

        ia.ask(Question.of("Probé con `i <= n` y no anda").by("ana"));

        assertThat(observations).isEmpty();
    }

    @Test
    void costs_nothing_when_a_listener_or_the_store_of_progress_fails() {
        StudentProgress broken = new StudentProgress() {
            @Override
            public TopicProgress find(TopicKey key) {
                throw new IllegalStateException("down");
            }

            @Override
            public TopicProgress observe(TopicKey key, AttemptOutcome outcome) {
                throw new IllegalStateException("down");
            }
        };
        ActiveIa ia = tutor().progress(broken)
                .progressListener(move -> {
                    throw new IllegalStateException("a bug of the host");
                })
                .progressListener(hearing)
                .build();

        ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        HelpLevel raised = ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        Reply reply = ia.ask(Question.of("¿Qué es el invariante?").by("ana").on("tp2"));

        assertThat(raised).isEqualTo(HelpLevel.CONCEPT);
        assertThat(moves).singleElement().satisfies(move -> assertThat(move.progress())
                .isNull());
        assertThat(reply.text()).isNotBlank();
    }

    @Test
    void holds_help_back_when_only_time_went_by_on_a_topic_that_is_mastered() {
        ActiveIa ia = tutor().progressListener(hearing).build();
        for (int i = 0; i < 4; i++) {
            ia.attempt(ANA, COURSE, TP2, AttemptOutcome.SOLVED_STEP);
        }

        clock.advance(Duration.ofMinutes(6));
        ia.ask(Question.of("¿Qué es el invariante?").by("ana").on("tp2"));

        assertThat(moves).isEmpty();
    }

    @Test
    void prefers_basic_material_when_the_mastery_is_low() {
        ActiveIa ia = tutor().build();
        ia.ask(Question.of("¿Qué es el invariante?").by("ana").on("tp2"));
        for (int i = 0; i < 3; i++) {
            ia.attempt(ANA, COURSE, TP2, AttemptOutcome.FAILED);
        }

        ia.ask(Question.of("¿Qué es el invariante?").by("ana").on("tp2"));

        assertThat(knowledge.queries())
                .first()
                .extracting(KnowledgeQuery::difficulty)
                .isEqualTo(Difficulty.ADVANCED);
        assertThat(knowledge.queries())
                .last()
                .extracting(KnowledgeQuery::difficulty)
                .isEqualTo(Difficulty.BASIC);
    }

    private ActiveIaBuilder tutor() {
        return ActiveIa.builder()
                .knowledge(knowledge)
                .activities(ActivityCatalog.of(List.of(SORTING)))
                .course(COURSE)
                .sessions(sessions)
                .traces(TraceStore.none())
                .clock(clock);
    }
}
