package io.github.activeia.core.llm;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Fault;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.PriceList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a chain; each property may be set once. Not thread-safe. */
public final class LlmChainBuilder {
    private final List<LlmProvider> providers = new ArrayList<>();
    private @Nullable LlmSettings settings;
    private @Nullable DataPolicy dataPolicy;
    private @Nullable PriceList prices;
    private @Nullable CostLedger ledger;
    private @Nullable Budgets budgets;
    private @Nullable Clock clock;
    private @Nullable Executor executor;
    private @Nullable RandomGenerator random;

    LlmChainBuilder() {}

    /** Adds a provider behind those that are already there. */
    public LlmChainBuilder provider(LlmProvider provider) {
        providers.add(provider);
        return this;
    }

    /** Adds what an environment offers, in the order of {@link LlmChain#discover()}; looks for an Ollama server for up to 300 ms. */
    public LlmChainBuilder discovered(Map<String, String> environment) {
        providers.addAll(new Discovery(environment, Discovery.PATIENCE).providers());
        return this;
    }

    /** Sets the settings; default {@link LlmSettings#defaults()}. */
    public LlmChainBuilder settings(LlmSettings value) {
        settings = once("settings", settings, value);
        return this;
    }

    /** Sets how far a question travels whose context does not say; default {@link DataPolicy#LOCAL_ONLY}. */
    public LlmChainBuilder dataPolicy(DataPolicy value) {
        dataPolicy = once("dataPolicy", dataPolicy, value);
        return this;
    }

    /** Sets what the models cost; default {@link PriceList#shipped()}. A model that is not in it costs nobody knows what. */
    public LlmChainBuilder prices(PriceList value) {
        prices = once("prices", prices, value);
        return this;
    }

    /** Sets where each try is written that is counted for an account; default {@link CostLedger#none()}. */
    public LlmChainBuilder ledger(CostLedger value) {
        ledger = once("ledger", ledger, value);
        return this;
    }

    /**
     * Sets what may be spent; default {@link Budgets#unlimited()}. What is asked for no account is not limited. When the money is
     * spent, the chain goes on to cheaper and to local models; when the tokens or the requests are, it is unavailable.
     */
    public LlmChainBuilder budgets(Budgets value) {
        budgets = once("budgets", budgets, value);
        return this;
    }

    /** Sets the clock that open circuits and limited providers rest by; default the system's. */
    public LlmChainBuilder clock(Clock value) {
        clock = once("clock", clock, value);
        return this;
    }

    /**
     * Sets what the calls run on; default a pool of daemon threads that the chain owns and closes. It must run tasks on
     * threads other than the caller's, because the caller watches the time; a stream occupies its thread until it ends. The host
     * closes it.
     */
    public LlmChainBuilder executor(Executor value) {
        executor = once("executor", executor, value);
        return this;
    }

    /** Sets the chance that spreads repeated questions in time; default the thread's own. */
    public LlmChainBuilder random(RandomGenerator value) {
        random = once("random", random, value);
        return this;
    }

    /**
     * Builds the chain.
     *
     * @throws ConfigurationException with every provider whose library is missing or whose name is taken
     */
    public LlmChain build() {
        LlmSettings used = Objects.requireNonNullElseGet(settings, LlmSettings::defaults);
        ChainThreads threads = ChainThreads.of(executor, Math.max(1, providers.size() * used.maxConcurrentCalls()));
        List<Fault> faults = new ArrayList<>(repeatedNames());
        List<ChainLink> links = new ArrayList<>();
        for (LlmProvider provider : providers) {
            try {
                links.add(link(provider, used, threads));
            } catch (ConfigurationException unusable) {
                faults.addAll(unusable.faults());
            }
        }
        if (!faults.isEmpty()) {
            threads.close();
            throw new ConfigurationException(faults);
        }
        RandomGenerator chance = Objects.requireNonNullElse(
                random, () -> ThreadLocalRandom.current().nextLong());
        return new LlmChain(
                new ChainCore(
                        links,
                        used,
                        new Retries(used, chance),
                        Objects.requireNonNullElse(dataPolicy, DataPolicy.LOCAL_ONLY),
                        accounting(),
                        threads),
                LlmContext.host());
    }

    private Accounting accounting() {
        return new Accounting(
                Objects.requireNonNullElseGet(prices, PriceList::shipped),
                Objects.requireNonNullElseGet(ledger, CostLedger::none),
                Objects.requireNonNullElseGet(budgets, Budgets::unlimited),
                time());
    }

    private Clock time() {
        return Objects.requireNonNullElseGet(clock, Clock::systemUTC);
    }

    private ChainLink link(LlmProvider provider, LlmSettings used, ChainThreads threads) {
        Clock time = time();
        Timeouts timeouts = provider.timeouts(used);
        Models models = provider.open(new Wires(timeouts, threads.wire(), time));
        return new ChainLink(
                provider, models, timeouts, new ProviderGate(provider.name(), used, time), threads.calls());
    }

    private List<Fault> repeatedNames() {
        Set<String> seen = new HashSet<>();
        return providers.stream()
                .map(LlmProvider::name)
                .filter(name -> !seen.add(name))
                .map(name -> new Fault("llm provider", "have a name of its own", name, "use named(…) on one"))
                .toList();
    }
}
