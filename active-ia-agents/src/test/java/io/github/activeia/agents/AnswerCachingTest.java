package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.agents.testing.VersionedCourse;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Money;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.CognitiveTrace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AnswerCachingTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final String ASKED = "¿Qué es el invariante de inserción?";
    private static final String HELPFUL =
            "El apunte dice que «La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]. "
                    + "¿Qué pasa cuando la clave llega a la primera posición, y cómo lo comprobarías?";
    private static final String CODE =
            """
            Acá va todo:
            ```python
            def insercion(a):
                for i in range(1, len(a)):
                    clave = a[i]
                    j = i - 1
                    while j >= 0 and a[j] > clave:
                        a[j + 1] = a[j]
                        j -= 1
                    a[j + 1] = clave
                return a
            ```
            ¿Lo entendés?
            """;

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final List<CognitiveTrace> traces = new CopyOnWriteArrayList<>();
    private final Recording cache = new Recording(CaffeineCache.of(1_000_000, clock));
    private final VersionedCourse course = VersionedCourse.of(FixedKnowledge.of(Passages.insertion()));
    private final ScriptedModel script = ScriptedModel.always(HELPFUL);
    private final LanguageModel model = named("phi3", script);

    @Test
    void gives_another_student_the_answer_without_the_model_when_it_used_nothing_of_the_first() {
        ActiveIa ia = tutor().build();

        Reply first = ask(ia, "ana", ASKED);
        Reply second = ask(ia, "beto", ASKED);

        assertThat(script.prompts()).hasSize(1);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.citations()).isEqualTo(first.citations());
        assertThat(second.outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void says_that_an_answer_was_cached_and_cost_nothing() {
        ActiveIa ia = tutor().build();
        ask(ia, "ana", ASKED);

        Reply second = ask(ia, "beto", ASKED);

        assertThat(second.cost()).isEqualTo(Money.zero());
        assertThat(second.work().model()).isEqualTo("scripted/scripted");
        assertThat(second.work().calls()).containsExactly(new Reply.Call("cache", "local", "cached"));
        assertThat(steps(0)).contains("cache not_cached", "tutor model", "safety ok");
        assertThat(steps(1)).contains("cache cached", "safety ok").doesNotContain("tutor model");
    }

    @Test
    void shares_no_answer_that_used_what_a_student_said_before() {
        ActiveIa ia = tutor().build();
        String before = "¿Qué es la complejidad?";

        ask(ia, "ana", before);
        ask(ia, "ana", ASKED);
        ask(ia, "beto", before);
        ask(ia, "beto", ASKED);

        assertThat(script.prompts()).extracting(LlmPrompt::user).hasSize(3);
        assertThat(script.prompts().get(2).user())
                .isEqualTo(script.prompts().get(1).user());
    }

    @Test
    void shares_no_answer_to_a_message_that_held_personal_data() {
        ActiveIa ia = tutor().build();

        ask(ia, "ana", "Mi mail es ana@uni.edu.ar, ¿qué es el invariante de inserción?");
        ask(ia, "beto", "Mi mail es beto@uni.edu.ar, ¿qué es el invariante de inserción?");

        assertThat(script.prompts()).hasSize(2);
        assertThat(script.prompts().get(1).user())
                .isEqualTo(script.prompts().get(0).user());
    }

    @Test
    void asks_the_model_when_a_document_has_changed() {
        ActiveIa ia = tutor().build();
        ask(ia, "ana", ASKED);
        course.change("2");

        ask(ia, "beto", ASKED);

        assertThat(script.prompts()).hasSize(2);
    }

    @Test
    void asks_the_model_when_the_policy_differs_even_if_the_prompt_does_not() {
        ask(tutor().policy(CoursePolicy.intermediate()).build(), "ana", ASKED);

        ask(
                tutor().policy(CoursePolicy.intermediate().toBuilder()
                                .dependencyAlert(0.5)
                                .build())
                        .build(),
                "beto",
                ASKED);

        assertThat(script.prompts()).hasSize(2);
    }

    @Test
    void asks_the_model_when_the_models_differ() {
        ask(tutor().build(), "ana", ASKED);

        ask(tutor(named("other", script)).build(), "beto", ASKED);

        assertThat(script.prompts()).hasSize(2);
    }

    @Test
    void asks_the_model_when_level_or_language_or_message_differ() {
        ActiveIa ia = tutor().build();
        ask(ia, "ana", ASKED);

        ask(tutor().policy(CoursePolicy.finalWork()).build(), "beto", ASKED);
        ask(ia, "carla", ASKED + " ");
        ask(ia, "dora", "¿Qué es el invariante de insercion?");
        ia.ask(Question.of(ASKED).by("eva").in("algoritmos").speaking(Locale.forLanguageTag("es-ES")));

        assertThat(traces.get(1).summary()).containsEntry("help_level", HelpLevel.ORIENT.number());
        assertThat(script.prompts()).extracting(LlmPrompt::user).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void asks_the_model_when_an_hour_has_passed() {
        ActiveIa ia = tutor().build();
        ask(ia, "ana", ASKED);
        clock.advance(Duration.ofMinutes(61));

        ask(ia, "beto", ASKED);

        assertThat(script.prompts()).hasSize(2);
    }

    @Test
    void keeps_no_answer_that_safety_rejected() {
        ScriptedModel dumps = ScriptedModel.always(CODE);

        Reply reply = ask(tutor(named("phi3", dumps)).build(), "ana", ASKED);

        assertThat(reply.work().model()).isNull();
        assertThat(cache.answers).isEmpty();
    }

    @Test
    void keeps_the_accepted_answer_when_the_first_was_rejected() {
        String english = "The key moves to the left while the previous element is greater, as the notes say [1]. "
                + "What happens when the key reaches the first position, and how would you check it?";
        ScriptedModel learns = ScriptedModel.answering(english, HELPFUL);
        ActiveIa ia = tutor(named("phi3", learns)).build();
        ask(ia, "ana", ASKED);

        Reply second = ask(ia, "beto", ASKED);

        assertThat(second.work().calls()).extracting(Reply.Call::ending).containsExactly("cached");
        assertThat(second.text()).contains("La clave se desplaza").doesNotContain("The key moves");
    }

    @Test
    void forgets_an_answer_that_safety_does_not_accept_any_more() {
        ask(tutor().build(), "ana", ASKED);
        ScriptedModel other = ScriptedModel.always("¿Qué pasa con la clave cuando llega al principio del arreglo?");
        SolutionIndex leak =
                (id, text, max) -> List.of(new SolutionIndex.StoredSolution("s", HELPFUL, "tp2-solucion.md"));

        Reply reply = ask(tutor(named("phi3", other)).solutions(leak).build(), "beto", ASKED);

        assertThat(other.prompts()).isNotEmpty();
        assertThat(reply.text()).doesNotContain("llega a la primera posición");
    }

    @Test
    void keeps_nothing_when_a_question_is_blocked_or_escalated() {
        ActiveIa ia = tutor().build();

        Reply blocked = ia.ask(
                Question.of("haceme el tp entero, así lo entrego").by("ana").on("tp2"));
        Reply escalated = ask(ia, "beto", "me quiero morir, no aguanto más");

        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(escalated.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(cache.answers).isEmpty();
    }

    @Test
    void keeps_no_answer_when_material_or_model_cannot_tell_their_version() {
        ask(tutor(script).build(), "ana", ASKED);
        ask(tutor(FixedKnowledge.of(Passages.insertion()), model).build(), "ana", ASKED);

        assertThat(cache.answers).isEmpty();
    }

    @Test
    void keeps_passages_but_no_answers_when_no_cache_is_set() {
        ActiveIa ia = bare(course, model).build();

        ask(ia, "ana", ASKED);
        ask(ia, "beto", ASKED);

        assertThat(script.prompts()).hasSize(2);
        assertThat(course.searches()).isEqualTo(1);
    }

    @Test
    void keeps_nothing_at_all_when_the_cache_is_none() {
        ActiveIa ia = bare(course, model).cache(Cache.none()).build();

        ask(ia, "ana", ASKED);
        ask(ia, "beto", ASKED);

        assertThat(script.prompts()).hasSize(2);
        assertThat(course.searches()).isEqualTo(2);
    }

    private List<String> steps(int trace) {
        return traces.get(trace).steps().stream()
                .map(step -> step.agent() + " " + step.decision())
                .toList();
    }

    private static Reply ask(ActiveIa ia, String student, String text) {
        return ia.ask(Question.of(text).by(student).in("algoritmos"));
    }

    private ActiveIaBuilder tutor() {
        return tutor(model);
    }

    private ActiveIaBuilder tutor(LanguageModel llm) {
        return tutor(course, llm);
    }

    private ActiveIaBuilder tutor(KnowledgeSource knowledge, LanguageModel llm) {
        return bare(knowledge, llm).cache(cache);
    }

    private ActiveIaBuilder bare(KnowledgeSource knowledge, LanguageModel llm) {
        return ActiveIa.builder()
                .knowledge(knowledge)
                .llm(llm)
                .course(COURSE)
                .locale(Locale.forLanguageTag("es-AR"))
                .traces(traces::add)
                .clock(clock);
    }

    private static LanguageModel named(String identity, LanguageModel model) {
        return new LanguageModel() {
            @Override
            public LlmResult ask(LlmPrompt prompt) {
                return model.ask(prompt);
            }

            @Override
            public Optional<String> identity() {
                return Optional.of(identity);
            }
        };
    }

    /** Remembers the keys of the answers that were put. */
    private static final class Recording implements Cache {
        private final Cache cache;
        private final List<CacheKey> answers = new CopyOnWriteArrayList<>();

        private Recording(Cache cache) {
            this.cache = cache;
        }

        @Override
        public Optional<byte[]> get(CacheKey key) {
            return cache.get(key);
        }

        @Override
        public void put(CacheKey key, byte[] value, Duration timeToLive) {
            if (key.value().startsWith("llm:")) {
                answers.add(key);
            }
            cache.put(key, value, timeToLive);
        }

        @Override
        public void remove(CacheKey key) {
            cache.remove(key);
        }
    }
}
