package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.activeia.agents.admission.AdmissionRules;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.Account;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.Secret;
import io.github.activeia.core.TenantId;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostEntry;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.CostQuery;
import io.github.activeia.core.cost.Price;
import io.github.activeia.core.cost.PriceList;
import io.github.activeia.core.cost.Scope;
import io.github.activeia.core.cost.Window;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProvider;
import io.github.activeia.core.llm.LlmSettings;
import io.github.activeia.core.llm.LlmTiers;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.TraceStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tutor with a chain of two servers, one in the cloud and one at home, and with budgets. */
class BudgetedTutorTest {
    private static final String HELPFUL =
            "El apunte dice que «La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]. "
                    + "¿Qué pasa cuando la clave llega a la primera posición, y cómo lo comprobarías?";
    private static final String ASKED = "¿Qué es el invariante de inserción?";
    private static final CourseId COURSE = new CourseId("algoritmos");

    private final FakeLlmServer cloud = FakeLlmServer.start();
    private final FakeLlmServer home = FakeLlmServer.start();
    private final MutableClock clock = MutableClock.at("2026-03-02T19:00:00Z");
    private final CostLedger ledger = CostLedger.inMemory();

    @AfterEach
    void stop() {
        cloud.close();
        home.close();
    }

    @Test
    void steps_down_from_the_cloud_to_the_local_model_to_none_and_then_refuses() {
        // A call that takes more than was reserved for it uses a budget up at once.
        cloud.always(FakeReply.answer(HELPFUL).tokens(10, 6_000));
        home.always(FakeReply.answer(HELPFUL).tokens(10, 200_000));
        try (LlmChain chain = chain(
                Budget.builder().requests(3).tokens(100_000).money("5 USD").build())) {
            ActiveIa tutor = tutor().llm(LlmTiers.of(chain)).build();

            List<Reply> replies = List.of(ask(tutor), ask(tutor), ask(tutor), ask(tutor));

            assertThat(replies)
                    .extracting(Reply::outcome)
                    .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.DEGRADED, Outcome.LIMITED);
            assertThat(replies)
                    .extracting(reply -> reply.work().model())
                    .containsExactly("mistral/fake-model", "ollama/fake-model", null, null);
            assertThat(endings(replies.get(1))).containsExactly("budget_exhausted", "ok");
            assertThat(endings(replies.get(2))).contains("budget_exhausted").doesNotContain("ok");
            assertThat(cloud.requests()).hasSize(1);
            assertThat(home.requests()).hasSize(1);
        }
    }

    @Test
    void reply_says_what_remains_and_when_it_begins_anew() {
        cloud.always(FakeReply.answer(HELPFUL).tokens(1_000, 500));
        try (LlmChain chain = chain(
                Budget.builder().requests(3).tokens(100_000).money("5 USD").build())) {
            ActiveIa tutor = tutor().llm(chain).build();

            Reply reply = ask(tutor);

            assertThat(reply.work().remaining())
                    .extracting(
                            Reply.Remaining::scope,
                            Reply.Remaining::measure,
                            Reply.Remaining::remaining,
                            Reply.Remaining::limit)
                    .containsExactly(
                            tuple("student", "requests", new BigDecimal("2"), new BigDecimal("3")),
                            tuple("student", "tokens", new BigDecimal("98500"), new BigDecimal("100000")),
                            tuple("student", "money", new BigDecimal("4.5"), new BigDecimal("5")));
            assertThat(reply.work().remaining())
                    .extracting(Reply.Remaining::resetsAt)
                    .containsOnly(Instant.parse("2026-03-03T00:00:00Z"));
        }
    }

    @Test
    void reply_says_nothing_of_budgets_where_there_are_none() {
        Reply reply = ask(tutor().llm(ScriptedModel.always(HELPFUL)).build());

        assertThat(reply.work().remaining()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-AR | El cupo del modelo de lenguaje que ofrece tu institución se renueva en 5 horas;",
                "es | El cupo del modelo de lenguaje que ofrece tu institución se renueva en 5 horas;",
                "en | Your institution's quota for the language model renews in 5 hours;",
            })
    void student_reads_in_his_language_that_the_budget_of_models_is_used_up(String language, String words) {
        try (LlmChain chain = chain(Budget.builder().tokens(1).build())) {
            ActiveIa tutor = tutor().llm(chain).build();
            String text = language.equals("en") ? "What is the invariant of insertion sort?" : ASKED;

            Reply reply = tutor.ask(Question.of(text).by("ana").speaking(Locale.forLanguageTag(language)));

            assertThat(reply.outcome()).isEqualTo(Outcome.DEGRADED);
            assertThat(reply.notices()).anyMatch(notice -> notice.startsWith(words));
            assertThat(reply.text()).contains(words);
            assertThat(cloud.requests()).isEmpty();
            assertThat(home.requests()).isEmpty();
        }
    }

    @Test
    void refusal_says_when_the_requests_begin_anew_and_they_do() {
        home.always(FakeReply.answer(HELPFUL));
        try (LlmChain chain =
                chain(Budget.builder().requests(1).window(Window.MONTH).build())) {
            ActiveIa tutor = tutor().llm(chain.local()).build();
            ask(tutor);

            Reply refused = ask(tutor);
            clock.advance(Duration.ofDays(30));
            Reply later = ask(tutor);

            assertThat(refused.outcome()).isEqualTo(Outcome.LIMITED);
            assertThat(refused.text()).contains("se renueva en 30 días");
            assertThat(later.outcome()).isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    void question_is_one_request_when_its_answer_has_to_be_written_twice() {
        home.answer("```java\nint f(int n) { return n; }\n```").answer("```java\nint f(int n) { return n; }\n```");
        try (LlmChain chain = chain(Budget.builder().requests(5).build())) {
            ActiveIa tutor = tutor().llm(chain.local()).build();

            Reply reply = ask(tutor);

            assertThat(reply.work().remaining()).singleElement().satisfies(left -> assertThat(left.remaining())
                    .isEqualByComparingTo("4"));
        }
    }

    @Test
    void question_that_is_refused_for_another_reason_takes_no_request() {
        try (LlmChain chain = chain(Budget.builder().requests(1).build())) {
            ActiveIa tutor = tutor().llm(chain)
                    .admission(AdmissionRules.builder().maxLength(10).build())
                    .build();

            Reply reply = ask(tutor);

            assertThat(reply.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(reply.work().remaining()).singleElement().satisfies(left -> assertThat(left.remaining())
                    .isEqualByComparingTo("1"));
        }
    }

    @Test
    void ledger_has_every_try_with_its_ending_and_its_institution() {
        cloud.always(FakeReply.status(503));
        home.always(FakeReply.answer(HELPFUL));
        try (LlmChain chain = chain(Budget.builder().requests(9).build())) {
            ActiveIa tutor = tutor().llm(LlmTiers.of(chain))
                    .tenants(course -> new TenantId("utn"))
                    .build();

            Reply reply = ask(tutor);

            List<CostEntry> entries =
                    ledger.entries(CostQuery.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
            assertThat(reply.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(entries)
                    .extracting(
                            entry -> entry.call().provider(),
                            entry -> entry.call().outcome(),
                            CostEntry::agent)
                    .containsExactly(tuple("mistral", "server_error", "tutor"), tuple("ollama", "ok", "tutor"));
            assertThat(entries).extracting(entry -> entry.account().tenant()).containsOnly(new TenantId("utn"));
        }
    }

    @Test
    void question_stays_at_home_when_its_activity_says_so() {
        cloud.always(FakeReply.answer(HELPFUL));
        home.always(FakeReply.answer(HELPFUL));
        CoursePolicy atHome = CoursePolicy.intermediate().toBuilder()
                .dataPolicy(DataPolicy.LOCAL_ONLY)
                .build();
        try (LlmChain chain = chain(Budget.builder().requests(9).build())) {
            ActiveIa tutor = tutor().llm(LlmTiers.of(chain))
                    .activities((course, id) ->
                            Optional.of(new Activity(new ActivityId("tp2"), "TP 2", "", null, null, atHome)))
                    .build();

            Reply reply = tutor.ask(Question.of(ASKED).by("ana").on("tp2"));

            assertThat(cloud.requests()).isEmpty();
            assertThat(home.requests()).isNotEmpty();
            assertThat(reply.work().calls())
                    .extracting(Reply.Call::provider, Reply.Call::ending)
                    .contains(tuple("mistral", "cloud_not_allowed"));
        }
    }

    @Test
    void rate_limiter_and_admission_rules_see_the_institution_of_the_course() {
        List<Account> seen = new CopyOnWriteArrayList<>();
        ActiveIa tutor = tutor().tenants(course -> new TenantId("utn"))
                .rateLimiter(account -> {
                    seen.add(account);
                    return Optional.empty();
                })
                .admission(AdmissionRules.builder()
                        .access(request -> seen.add(request.account()))
                        .build())
                .build();

        ask(tutor);

        assertThat(seen).hasSize(2).extracting(Account::tenant).containsOnly(new TenantId("utn"));
    }

    @Test
    void question_is_not_admitted_when_the_institution_cannot_be_looked_up() {
        ActiveIa tutor = tutor().tenants(course -> {
                    throw new IllegalStateException("down");
                })
                .build();

        Reply reply = ask(tutor);

        assertThat(reply.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void budgets_that_are_not_those_of_the_model_are_a_fault() {
        try (LlmChain chain = chain(Budget.builder().requests(1).build())) {
            ActiveIaBuilder builder = tutor().llm(chain)
                    .budgets(budgets(Budget.builder().requests(2).build()));

            assertThatThrownBy(builder::build)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("budgets must be those of the language model");
        }
    }

    private static List<String> endings(Reply reply) {
        return reply.work().calls().stream().map(Reply.Call::ending).toList();
    }

    private static Reply ask(ActiveIa tutor) {
        return tutor.ask(Question.of(ASKED).by("ana"));
    }

    private ActiveIaBuilder tutor() {
        return ActiveIa.builder()
                .knowledge(FixedKnowledge.of(Passages.insertion()))
                .course(COURSE)
                .policy(CoursePolicy.intermediate().allowingCloud())
                .traces(TraceStore.none())
                .clock(clock);
    }

    private Budgets budgets(Budget budget) {
        return Budgets.builder().per(Scope.STUDENT, budget).clock(clock).build();
    }

    private LlmChain chain(Budget budget) {
        return LlmChain.builder()
                .provider(LlmProvider.mistral("mistral-small-latest", Secret.of("key-1"), cloud.url() + "/v1")
                        .handling(DataHandling.cloud()))
                .provider(LlmProvider.ollama("phi3", home.url()))
                .settings(LlmSettings.builder().retries(0).build())
                // An answer of 1,000 tokens costs a dollar, whatever the name of the model that gives it.
                .prices(PriceList.empty()
                        .with("mistral", "mistral-small-latest", Price.usd("0", "1000"))
                        .with("mistral", "fake-model", Price.usd("0", "1000")))
                .ledger(ledger)
                .budgets(budgets(budget))
                .build();
    }
}
