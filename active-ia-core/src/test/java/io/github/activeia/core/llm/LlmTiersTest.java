package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.Account;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Secret;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.Scope;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.ScriptedModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmTiersTest {
    private static final Account ANA = Account.of(new StudentId("ana"), new CourseId("algoritmos"));

    private final FakeLlmServer cloud = FakeLlmServer.start().always(FakeReply.answer("de la nube"));
    private final FakeLlmServer local = FakeLlmServer.start().always(FakeReply.answer("de la casa"));

    @AfterEach
    void stop() {
        cloud.close();
        local.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TUTOR,       mistral",
        "HOST,        mistral",
        "FALLBACK,    ollama",
        "SCAFFOLDING, ollama",
        "GATEKEEPER,  ollama",
        "SAFETY,      ollama",
    })
    void asks_the_provider_of_the_role_when_the_chain_has_both(AgentRole agent, String provider) {
        try (LlmTiers tiers = LlmTiers.of(LlmChain.of(mistral(), ollama()))) {

            LlmResult result = tiers.ask(prompt(agent));

            assertThat(result)
                    .isInstanceOfSatisfying(LlmResult.Answered.class, answered -> assertThat(answered.provider())
                            .isEqualTo(provider));
            assertThat(cloud.requests()).hasSize(provider.equals("mistral") ? 1 : 0);
            assertThat(local.requests()).hasSize(provider.equals("ollama") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"TUTOR", "FALLBACK"})
    void asks_the_whole_chain_for_every_role_when_it_has_no_local_provider(AgentRole agent) {
        try (LlmTiers tiers = LlmTiers.of(LlmChain.of(mistral()))) {

            LlmResult result = tiers.ask(prompt(agent));

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("ok");
            assertThat(cloud.requests()).hasSize(1);
        }
    }

    @Test
    void tutor_goes_on_to_the_local_model_when_the_cloud_is_down() {
        cloud.always(FakeReply.status(503));
        LlmSettings once = LlmSettings.builder().retries(0).build();
        try (LlmTiers tiers = LlmTiers.of(LlmChain.builder()
                .provider(mistral())
                .provider(ollama())
                .settings(once)
                .build())) {

            LlmResult result = tiers.ask(prompt(AgentRole.TUTOR));

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("server_error", "ok");
        }
    }

    @Test
    void view_shares_the_circuit_breakers_of_its_chain() {
        local.always(FakeReply.status(503));
        LlmSettings fragile = LlmSettings.builder().retries(0).failuresToOpen(1).build();
        try (LlmChain chain = LlmChain.builder()
                .provider(mistral())
                .provider(ollama())
                .settings(fragile)
                .build()) {

            chain.local().ask(prompt(AgentRole.FALLBACK));

            assertThat(chain.local().states()).hasSize(1);
            assertThat(chain.states())
                    .extracting(LlmProviderState::circuit)
                    .containsExactly(LlmProviderState.Circuit.CLOSED, LlmProviderState.Circuit.OPEN);
        }
    }

    @Test
    void closes_its_chain_when_it_is_closed() {
        LlmChain chain = LlmChain.of(mistral(), ollama());

        LlmTiers.of(chain).close();

        assertThat(chain.ask(prompt(AgentRole.TUTOR))).isInstanceOf(LlmResult.Unavailable.class);
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    void asks_the_models_of_a_table_of_the_host() {
        LlmTiers tiers = LlmTiers.builder()
                .role(AgentRole.TUTOR, ScriptedModel.always("la mejor"))
                .otherwise(ScriptedModel.always("la otra"))
                .build();

        assertThat(((LlmResult.Answered) tiers.ask(prompt(AgentRole.TUTOR))).text())
                .isEqualTo("la mejor");
        assertThat(((LlmResult.Answered) tiers.ask(prompt(AgentRole.SAFETY))).text())
                .isEqualTo("la otra");
    }

    @Test
    void has_no_model_for_a_role_that_the_table_leaves_out() {
        LlmTiers tiers = LlmTiers.builder()
                .role(AgentRole.TUTOR, ScriptedModel.always("la mejor"))
                .build();

        LlmResult result = tiers.ask(prompt(AgentRole.FALLBACK));

        assertThat(result).isInstanceOf(LlmResult.Unavailable.class);
    }

    @Test
    void refuses_a_role_that_is_set_twice_and_models_with_different_budgets() {
        LlmTiers.Builder builder = LlmTiers.builder().role(AgentRole.TUTOR, LanguageModel.none());

        assertThatThrownBy(() -> builder.role(AgentRole.TUTOR, LanguageModel.none()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("role tutor must be set once");
        try (LlmChain one = limited();
                LlmChain other = limited()) {
            assertThatThrownBy(() -> LlmTiers.builder()
                            .role(AgentRole.TUTOR, one)
                            .otherwise(other)
                            .build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("budgets of the tiers must be the same for all models");
        }
    }

    @Test
    void knows_the_budgets_of_its_chain() {
        try (LlmChain chain = limited()) {

            LlmTiers tiers = LlmTiers.of(chain);

            assertThat(tiers.budgets()).isSameAs(chain.budgets());
            assertThat(LanguageModel.none().budgets().limited()).isFalse();
        }
    }

    private static LlmChain limited() {
        return LlmChain.builder()
                .budgets(Budgets.builder()
                        .per(Scope.STUDENT, Budget.builder().requests(1).build())
                        .build())
                .build();
    }

    private static LlmPrompt prompt(AgentRole agent) {
        return LlmPrompt.of("Guiá sin resolver.", "¿Qué es una cola circular?")
                .within(LlmContext.of(agent, ANA, DataPolicy.CLOUD_ALLOWED));
    }

    private LlmProvider mistral() {
        return LlmProvider.mistral("mistral-small-latest", Secret.of("key-1"), cloud.url() + "/v1")
                .handling(DataHandling.cloud());
    }

    private LlmProvider ollama() {
        return LlmProvider.ollama("phi3", local.url());
    }
}
