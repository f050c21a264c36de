package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.Account;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.BudgetStore;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.CostQuery;
import io.github.activeia.core.cost.PostgresBudgetStore;
import io.github.activeia.core.cost.PriceList;
import io.github.activeia.core.cost.RedisBudgetStore;
import io.github.activeia.core.cost.Tokens;
import io.github.activeia.core.limit.PostgresRateLimiter;
import io.github.activeia.core.limit.RateLimiter;
import io.github.activeia.core.limit.RedisRateLimiter;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmTiers;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.core.testing.TestRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ExtendWith({PostgresExtension.class, RedisExtension.class})
class CostConfigurationTest {
    private final Account ana = Account.of(new StudentId(UUID.randomUUID().toString()), new CourseId("algoritmos"));
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(),
                    "active-ia.trace.file=target/traces.jsonl",
                    "active-ia.course.id=algoritmos")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void limits_and_writes_nothing_when_no_property_says_so() {
        runner.run(context -> {
            assertThat(context.getBean(Budgets.class).limited()).isFalse();
            assertThat(context.getBean(CostLedger.class)).hasSameClassAs(CostLedger.none());
            assertThat(context.getBean(LanguageModel.class)).isInstanceOf(LlmTiers.class);
        });
    }

    @Test
    void chain_stands_alone_when_tiers_are_off() {
        runner.withPropertyValues("active-ia.llm.tiers=false")
                .run(context -> assertThat(context.getBean(LanguageModel.class)).isInstanceOf(LlmChain.class));
    }

    @Test
    void tutor_counts_requests_and_writes_into_the_ledger_of_the_properties() {
        try (FakeLlmServer server = FakeLlmServer.start().always(FakeReply.answer("¿Qué probaste hasta ahora?"))) {
            runner.withPropertyValues(
                            "active-ia.llm.chain=ollama",
                            "active-ia.llm.ollama.base-url=" + server.url(),
                            "active-ia.cost.ledger=memory",
                            "active-ia.budget.student.requests=1",
                            "active-ia.budget.zone=America/Argentina/Mendoza")
                    .run(context -> {
                        ActiveIa tutor = context.getBean(ActiveIa.class);
                        Question question =
                                Question.of("¿Qué es una cola circular?").by("ana");

                        Reply first = tutor.ask(question);
                        Reply second = tutor.ask(question);

                        assertThat(first.outcome()).isNotEqualTo(Outcome.LIMITED);
                        assertThat(first.work().remaining()).hasSize(1);
                        assertThat(second.outcome()).isEqualTo(Outcome.LIMITED);
                        assertThat(context.getBean(CostLedger.class)
                                        .entries(CostQuery.between(
                                                Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))))
                                .isNotEmpty();
                    });
        }
    }

    @Test
    void budgets_and_rates_are_shared_in_redis(TestRedis redis) {
        runner.withPropertyValues(
                        "active-ia.redis-url=" + redis.uri(),
                        "active-ia.rate-limit.questions=1",
                        "active-ia.rate-limit.store=redis",
                        "active-ia.budget.student.tokens=1000",
                        "active-ia.budget.student.window=hour",
                        "active-ia.budget.store=redis")
                .run(context -> {
                    RateLimiter limiter = context.getBean(RateLimiter.class);

                    assertThat(limiter).isInstanceOf(RedisRateLimiter.class);
                    assertThat(context.getBean(BudgetStore.class)).isInstanceOf(RedisBudgetStore.class);
                    assertThat(limiter.tryAcquire(ana)).isEmpty();
                    assertThat(soon(() -> limiter.tryAcquire(ana).isPresent())).isTrue();
                    assertThat(soon(() -> context.getBean(Budgets.class)
                                    .remaining(ana)
                                    .shared()))
                            .isTrue();
                });
    }

    @Test
    void redis_of_the_cache_serves_when_no_other_is_named(TestRedis redis) {
        runner.withPropertyValues(
                        "active-ia.cache.redis-url=" + redis.uri(),
                        "active-ia.budget.student.tokens=1000",
                        "active-ia.budget.store=redis")
                .run(context -> assertThat(soon(() ->
                                context.getBean(Budgets.class).remaining(ana).shared()))
                        .isTrue());
    }

    @Test
    void budgets_rates_and_ledger_are_kept_in_the_data_source_of_the_application(TestDatabase database) {
        runner.withBean(DataSource.class, database::dataSource)
                .withPropertyValues(
                        "active-ia.rate-limit.course.questions=1",
                        "active-ia.rate-limit.store=postgres",
                        "active-ia.budget.course.money=3 USD",
                        "active-ia.budget.store=postgres",
                        "active-ia.cost.ledger=postgres")
                .run(context -> {
                    RateLimiter limiter = context.getBean(RateLimiter.class);

                    assertThat(limiter).isInstanceOf(PostgresRateLimiter.class);
                    assertThat(context.getBean(BudgetStore.class)).isInstanceOf(PostgresBudgetStore.class);
                    assertThat(limiter.tryAcquire(ana)).isEmpty();
                    assertThat(soon(() -> limiter.tryAcquire(ana).isPresent())).isTrue();
                    assertThat(soon(() -> context.getBean(Budgets.class)
                                    .remaining(ana)
                                    .shared()))
                            .isTrue();
                    assertThat(context.getBean(CostLedger.class)
                                    .entries(CostQuery.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))))
                            .isEmpty();
                });
    }

    @Test
    void prices_of_the_file_override_those_of_the_library() throws Exception {
        Path prices = Files.writeString(
                folder.resolve("prices.csv"),
                """
                provider, model, input, cached input, output, currency, as of, source
                mistral, mistral-small-latest, 1, -, 2, EUR, 2026-11-01, https://example.org/contract
                """);

        runner.withPropertyValues("active-ia.cost.prices=" + prices)
                .run(context -> assertThat(context.getBean(PriceList.class)
                                .cost("mistral", "mistral-small-latest", Tokens.of(1_000_000, 0)))
                        .hasToString("Optional[1 EUR]"));
    }

    @Test
    void missing_servers_are_named_with_the_property_that_needs_them() {
        runner.withPropertyValues("active-ia.budget.store=redis").run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("active-ia.redis-url must be set when active-ia.budget.store is redis"));
        runner.withPropertyValues("active-ia.cost.ledger=postgres").run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("active-ia.cost.ledger must find one DataSource bean"));
    }

    @Test
    void gathers_the_faults_of_all_limits() {
        runner.withPropertyValues(
                        "active-ia.llm.timeouts.first-token=0s",
                        "active-ia.llm.retries=9",
                        "active-ia.rate-limit.course.questions=0",
                        "active-ia.rate-limit.tenant.per=0s",
                        "active-ia.rate-limit.store=file",
                        "active-ia.budget.student.requests=-1",
                        "active-ia.budget.course.money=ten dollars",
                        "active-ia.budget.store=file",
                        "active-ia.cost.ledger=file",
                        "active-ia.cost.prices=/no/such/file")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.faults())
                                .extracting(Fault::property)
                                .containsExactly(
                                        "active-ia.llm.timeouts.first-token",
                                        "active-ia.llm.retries",
                                        "active-ia.rate-limit.course.questions",
                                        "active-ia.rate-limit.tenant.per",
                                        "active-ia.rate-limit.store",
                                        "active-ia.budget.student.requests",
                                        "active-ia.budget.course.money",
                                        "active-ia.budget.store",
                                        "active-ia.cost.ledger",
                                        "active-ia.cost.prices")));
    }

    /** The first calls load the client, for longer than a question may wait for the server; each node counts alone meanwhile. */
    private static boolean soon(BooleanSupplier shared) {
        return Stream.generate(shared::getAsBoolean).limit(10).anyMatch(Boolean::booleanValue);
    }
}
