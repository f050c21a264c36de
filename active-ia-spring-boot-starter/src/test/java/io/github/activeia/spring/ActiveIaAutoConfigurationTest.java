package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.Route;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.limit.RateLimiter;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.CognitiveTrace;
import io.github.activeia.core.trace.JsonLinesTraceStore;
import io.github.activeia.core.trace.TraceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ActiveIaAutoConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void starts_and_explains_in_general_when_no_property_is_set() {
        runner.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(ActiveIa.class);

            Reply reply = context.getBean(ActiveIa.class)
                    .ask(Question.of("¿Qué es una pila?").in("algoritmos"));

            assertThat(reply.route()).isEqualTo(Route.FALLBACK);
            assertThat(reply.assessable()).isFalse();
            assertThat(reply.policy()).isEqualTo(CoursePolicy.intermediate());
            assertThat(context).hasSingleBean(LanguageModel.class).hasSingleBean(TraceStore.class);
        });
    }

    @Test
    void makes_nothing_when_it_is_switched_off() {
        runner.withPropertyValues("active-ia.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(ActiveIa.class)
                .doesNotHaveBean(LanguageModel.class)
                .doesNotHaveBean(KnowledgeSource.class));
    }

    @Test
    void answers_from_the_material_when_a_folder_is_set() throws Exception {
        Path course = course();

        runner.withPropertyValues(
                        "active-ia.course.folder=" + course,
                        "active-ia.course.id=algoritmos",
                        "active-ia.index-directory=" + folder.resolve("indice"),
                        "active-ia.policy.template=initial",
                        "active-ia.locale=es_AR")
                .run(context -> {
                    Reply reply = context.getBean(ActiveIa.class).ask("¿Qué es una cola circular?");

                    assertThat(reply.outcome()).isEqualTo(Outcome.DEGRADED);
                    assertThat(reply.citations()).isNotEmpty();
                    assertThat(reply.policy()).isEqualTo(CoursePolicy.initial());
                    assertThat(folder.resolve("indice")).isNotEmptyDirectory();
                });
    }

    @Test
    void uses_an_index_as_it_is_when_there_is_no_folder() throws IOException {
        String[] ingest = {
            "active-ia.course.folder=" + course(),
            "active-ia.course.id=algoritmos",
            "active-ia.index-directory=" + folder.resolve("indice")
        };
        runner.withPropertyValues(ingest).run(context -> assertThat(context).hasNotFailed());

        runner.withPropertyValues(ingest[1], ingest[2]).run(context -> {
            Reply reply = context.getBean(ActiveIa.class).ask("¿Qué es una cola circular?");

            assertThat(reply.citations()).isNotEmpty();
        });
    }

    @Test
    void takes_every_part_that_the_host_has_made() {
        ScriptedModel model = ScriptedModel.always("¿Qué probaste?");
        CoursePolicy policy = CoursePolicy.builder().name("propia").build();
        KnowledgeSource knowledge = KnowledgeSource.none();
        SolutionIndex solutions = SolutionIndex.none();
        ActivityCatalog activities = ActivityCatalog.none();
        TraceStore traces = TraceStore.none();
        RateLimiter limiter = RateLimiter.unlimited();

        runner.withBean(LanguageModel.class, () -> model)
                .withBean(CoursePolicy.class, () -> policy)
                .withBean(KnowledgeSource.class, () -> knowledge)
                .withBean(SolutionIndex.class, () -> solutions)
                .withBean(ActivityCatalog.class, () -> activities)
                .withBean(TraceStore.class, () -> traces)
                .withBean(RateLimiter.class, () -> limiter)
                .withPropertyValues("active-ia.course.folder=" + folder)
                .run(context -> {
                    assertThat(context.getBean(LanguageModel.class)).isSameAs(model);
                    assertThat(context.getBean(CoursePolicy.class)).isSameAs(policy);
                    assertThat(context.getBean(KnowledgeSource.class)).isSameAs(knowledge);
                    assertThat(context.getBean(SolutionIndex.class)).isSameAs(solutions);
                    assertThat(context.getBean(ActivityCatalog.class)).isSameAs(activities);
                    assertThat(context.getBean(TraceStore.class)).isSameAs(traces);
                    assertThat(context.getBean(RateLimiter.class)).isSameAs(limiter);
                    Reply reply = context.getBean(ActiveIa.class)
                            .ask(Question.of("¿Qué es una pila?").in("a"));
                    assertThat(reply.policy()).isEqualTo(policy);
                });
    }

    @Test
    void leaves_a_tutor_of_the_host_alone() {
        runner.withBean("hostTutor", ActiveIa.class, () -> ActiveIa.builder()
                        .knowledge(KnowledgeSource.none())
                        .build())
                .run(context ->
                        assertThat(context).hasSingleBean(ActiveIa.class).doesNotHaveBean("activeIa"));
    }

    @Test
    void tells_every_listener_and_keeps_the_trace_when_a_question_is_asked() {
        Path file = folder.resolve("trazas/clase.jsonl");
        List<String> heard = new ArrayList<>();

        runner.withPropertyValues("active-ia.trace.file=" + file)
                .withBean("first", ReplyListener.class, () -> (reply, trace) -> heard.add("first " + trace.id()))
                .withBean("second", ReplyListener.class, () -> (reply, trace) -> heard.add("second " + trace.id()))
                .run(context -> {
                    Reply reply = context.getBean(ActiveIa.class)
                            .ask(Question.of("¿Qué es una pila?").in("a"));

                    assertThat(heard)
                            .containsExactlyInAnyOrder("first " + reply.traceId(), "second " + reply.traceId());
                    assertThat(JsonLinesTraceStore.read(file))
                            .extracting(CognitiveTrace::id)
                            .containsExactly(reply.traceId());
                });
    }

    @Test
    void limits_how_often_a_student_asks_by_the_clock_of_the_host() {
        MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");

        runner.withPropertyValues("active-ia.rate-limit.questions=1", "active-ia.rate-limit.per=2m")
                .withBean(Clock.class, () -> clock)
                .run(context -> {
                    ActiveIa tutor = context.getBean(ActiveIa.class);
                    Question question =
                            Question.of("¿Qué es una pila?").by("alumna-7").in("a");

                    Outcome first = tutor.ask(question).outcome();
                    Outcome second = tutor.ask(question).outcome();
                    clock.advance(Duration.ofMinutes(2));
                    Outcome third = tutor.ask(question).outcome();

                    assertThat(second).isEqualTo(Outcome.LIMITED);
                    assertThat(List.of(first, third)).doesNotContain(Outcome.LIMITED);
                });
    }

    @Test
    void lets_the_host_set_what_has_no_property() {
        runner.withBean(
                        ActiveIaCustomizer.class,
                        () -> builder -> builder.coursePolicy(new CourseId("parcial"), CoursePolicy.exam()))
                .run(context -> {
                    Reply reply = context.getBean(ActiveIa.class)
                            .ask(Question.of("¿Qué es una pila?").in("parcial"));

                    assertThat(reply.outcome()).isEqualTo(Outcome.UNAVAILABLE);
                });
    }

    @Test
    void closes_what_it_opened_when_the_context_closes() {
        Path file = folder.resolve("trazas.jsonl");
        List<TraceStore> opened = new ArrayList<>();
        List<CognitiveTrace> seen = new ArrayList<>();

        runner.withPropertyValues("active-ia.trace.file=" + file)
                .withBean(ReplyListener.class, () -> (reply, trace) -> seen.add(trace))
                .run(context -> {
                    opened.add(context.getBean(TraceStore.class));
                    context.getBean(ActiveIa.class)
                            .ask(Question.of("¿Qué es una pila?").in("a"));
                });
        opened.get(0).append(seen.get(0));

        assertThat(JsonLinesTraceStore.read(file)).hasSize(1);
    }

    private Path course() throws IOException {
        Path course = Files.createDirectory(folder.resolve("apuntes"));
        Files.writeString(
                course.resolve("colas.md"),
                """
                # Colas

                ## Cola circular

                Una cola circular es una cola sobre un arreglo de tamaño fijo en la que, al llegar al final, el índice vuelve
                al principio. Así se aprovechan los lugares que quedan libres cuando se desencola.
                """);
        return course;
    }
}
