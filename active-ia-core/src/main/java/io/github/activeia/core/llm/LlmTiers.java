package io.github.activeia.core.llm;

import io.github.activeia.core.AgentRole;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.cost.Budgets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model for each part of the path of a question: the best one where it teaches, a local one where rules do most of the work.
 *
 * <pre>{@code
 * LlmTiers tiers = LlmTiers.of(chain);
 * LlmTiers own = LlmTiers.builder().role(AgentRole.TUTOR, best).otherwise(small).build();
 * }</pre>
 *
 * <p>Who asks is in the context of the prompt; a prompt without one is the host's. Thread-safe. Closing it closes all its models
 * that can be closed, the chain of {@link #of} included.
 */
public final class LlmTiers implements LanguageModel, AutoCloseable {
    private final Map<AgentRole, LanguageModel> models;

    private LlmTiers(Map<AgentRole, LanguageModel> models) {
        this.models = new EnumMap<>(models);
    }

    /**
     * Returns the default table: the tutor and the host have the whole chain in its order; the gatekeeper, the fallback, safety and
     * scaffolding have {@linkplain LlmChain#local() its local providers} only, or the whole chain where it has none.
     */
    public static LlmTiers of(LlmChain chain) {
        LlmChain local = chain.local();
        return builder()
                .role(AgentRole.TUTOR, chain)
                .role(AgentRole.HOST, chain)
                .otherwise(local.states().isEmpty() ? chain : local)
                .build();
    }

    /** Starts an empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /** Asks the model of the agent that the prompt's context names. */
    @Override
    public LlmResult ask(LlmPrompt prompt) {
        return of(prompt.context().agent()).ask(prompt);
    }

    /** Asks the model of the agent that the prompt's context names, and has its answer heard. */
    @Override
    public LlmResult ask(LlmPrompt prompt, AnswerListener listener) {
        return of(prompt.context().agent()).ask(prompt, listener);
    }

    /** Returns the model of an agent. */
    public LanguageModel of(AgentRole agent) {
        return Objects.requireNonNull(models.get(agent));
    }

    /** Returns what limits the tutor; {@link Builder#build()} has seen that no model has other limits. */
    @Override
    public Budgets budgets() {
        return limits(models.values()).stream().findFirst().orElseGet(Budgets::unlimited);
    }

    /** Returns the models of all agents together, or empty if one of those that write cannot tell. */
    @Override
    public Optional<String> identity() {
        boolean known = Stream.of(AgentRole.TUTOR, AgentRole.FALLBACK)
                .allMatch(agent -> of(agent).identity().isPresent());
        return known
                ? Optional.of(models.entrySet().stream()
                        .map(role -> role.getKey().value() + "="
                                + role.getValue().identity().orElse("unknown"))
                        .collect(Collectors.joining(";")))
                : Optional.empty();
    }

    /** Returns how each provider of its chains is doing, each once and the tutor's first; no provider is contacted. */
    public List<LlmProviderState> states() {
        return Stream.concat(Stream.of(of(AgentRole.TUTOR)), models.values().stream())
                .filter(LlmChain.class::isInstance)
                .flatMap(model -> ((LlmChain) model).states().stream())
                .distinct()
                .toList();
    }

    /**
     * Closes every model that can be closed.
     *
     * @throws IllegalStateException if one of them cannot, after the others
     */
    @Override
    public void close() {
        IllegalStateException failure = null;
        for (LanguageModel model : models.values()) {
            if (model instanceof AutoCloseable open) {
                try {
                    open.close();
                } catch (Exception broken) {
                    failure = new IllegalStateException("a model of the tiers could not be closed", broken);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "LlmTiers" + models;
    }

    private static List<Budgets> limits(Collection<LanguageModel> models) {
        return models.stream()
                .map(LanguageModel::budgets)
                .filter(Budgets::limited)
                .distinct()
                .toList();
    }

    /** Collects the models of a table. Not thread-safe. */
    public static final class Builder {
        private final Map<AgentRole, LanguageModel> roles = new EnumMap<>(AgentRole.class);
        private @Nullable LanguageModel otherwise;

        private Builder() {}

        /** Sets the model of one agent. */
        public Builder role(AgentRole agent, LanguageModel model) {
            if (roles.putIfAbsent(agent, model) != null) {
                throw twice("role " + agent.value());
            }
            return this;
        }

        /** Sets the model of all agents that have none of their own; default {@link LanguageModel#none()}. */
        public Builder otherwise(LanguageModel model) {
            if (otherwise != null) {
                throw twice("otherwise");
            }
            otherwise = model;
            return this;
        }

        /**
         * Builds the table.
         *
         * @throws ConfigurationException if two models count in different budgets
         */
        public LlmTiers build() {
            LanguageModel rest = Objects.requireNonNullElseGet(otherwise, LanguageModel::none);
            Map<AgentRole, LanguageModel> all = new EnumMap<>(roles);
            List.of(AgentRole.values()).forEach(agent -> all.putIfAbsent(agent, rest));
            List<Budgets> limits = new ArrayList<>(limits(all.values()));
            new Faults()
                    .require(
                            limits.size() <= 1,
                            "budgets of the tiers",
                            "be the same for all models",
                            limits.size() + " different ones",
                            "pass one Budgets object to every chain")
                    .throwIfAny();
            return new LlmTiers(all);
        }

        private static InvalidValueException twice(String property) {
            return new InvalidValueException(property, "be set once", "set twice", "remove one of the two calls");
        }
    }
}
