package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.limit.Rate;
import io.github.activeia.core.limit.RateLimits;
import io.github.activeia.core.llm.LlmSettings;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the properties that bound what the tutor takes, and makes of them what the core understands. */
final class Limits {
    private static final int MOST_QUESTIONS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What the core calls a setting, and below {@code active-ia.llm} the property. */
    private static final Map<String, String> SETTINGS = Map.of(
            "localTimeout", "timeouts.local",
            "cloudTimeout", "timeouts.cloud",
            "firstTokenTimeout", "timeouts.first-token",
            "idleTimeout", "timeouts.idle",
            "chainTimeout", "timeouts.total",
            "retries", "retries",
            "maxConcurrentCalls", "max-concurrent-calls");

    private Limits() {}

    static void checkRates(Faults faults, ActiveIaProperties.RateLimit limit) {
        checkRate(faults, "active-ia.rate-limit", limit.questions(), limit.per());
        checkRate(
                faults,
                "active-ia.rate-limit.course",
                limit.course().questions(),
                limit.course().per());
        checkRate(
                faults,
                "active-ia.rate-limit.tenant",
                limit.tenant().questions(),
                limit.tenant().per());
        oneOf(
                faults,
                "active-ia.rate-limit.store",
                limit.store(),
                List.of("memory", "redis", "postgres"),
                "RateLimiter");
    }

    static void checkBudgets(Faults faults, ActiveIaProperties.Budgets budgets) {
        checkBudget(faults, "active-ia.budget.student", budgets.student());
        checkBudget(faults, "active-ia.budget.course", budgets.course());
        checkBudget(faults, "active-ia.budget.tenant", budgets.tenant());
        oneOf(faults, "active-ia.budget.store", budgets.store(), List.of("memory", "redis", "postgres"), "BudgetStore");
    }

    static void checkCost(Faults faults, ActiveIaProperties.Cost cost) {
        oneOf(faults, "active-ia.cost.ledger", cost.ledger(), List.of("none", "memory", "postgres"), "CostLedger");
        faults.require(
                cost.prices() == null || Files.isRegularFile(cost.prices()),
                "active-ia.cost.prices",
                "be a file of prices",
                cost.prices(),
                "correct the path, or leave it out for the prices of the library");
    }

    static void checkSettings(Faults faults, ActiveIaProperties.Llm llm) {
        try {
            settings(llm);
        } catch (ConfigurationException wrong) {
            for (Fault fault : wrong.faults()) {
                String property = "active-ia.llm." + SETTINGS.getOrDefault(fault.property(), fault.property());
                faults.require(false, property, fault.rule(), fault.value(), fault.remedy());
            }
        }
    }

    static LlmSettings settings(ActiveIaProperties.Llm llm) {
        return LlmSettings.builder()
                .localTimeout(llm.timeouts().local())
                .cloudTimeout(llm.timeouts().cloud())
                .firstTokenTimeout(llm.timeouts().firstToken())
                .idleTimeout(llm.timeouts().idle())
                .chainTimeout(llm.timeouts().total())
                .retries(llm.retries())
                .maxConcurrentCalls(llm.maxConcurrentCalls())
                .build();
    }

    /** Returns the rates, or empty where nothing is limited. */
    static Optional<RateLimits> rates(ActiveIaProperties.RateLimit limit) {
        RateLimits.Builder rates = RateLimits.builder();
        Optional<Rate> student = rate(limit.questions(), limit.per());
        Optional<Rate> course = rate(limit.course().questions(), limit.course().per());
        Optional<Rate> tenant = rate(limit.tenant().questions(), limit.tenant().per());
        student.ifPresent(rates::student);
        course.ifPresent(rates::course);
        tenant.ifPresent(rates::tenant);
        boolean limited = student.isPresent() || course.isPresent() || tenant.isPresent();
        return limited ? Optional.of(rates.build()) : Optional.empty();
    }

    /** Returns the budget, or empty where nothing is limited. */
    static Optional<Budget> budget(ActiveIaProperties.Quota quota) {
        if (quota.requests() == null && quota.tokens() == null && quota.money() == null) {
            return Optional.empty();
        }
        Budget.Builder budget = Budget.builder().window(quota.window());
        Optional.ofNullable(quota.requests()).ifPresent(budget::requests);
        Optional.ofNullable(quota.tokens()).ifPresent(budget::tokens);
        Optional.ofNullable(quota.money()).ifPresent(budget::money);
        return Optional.of(budget.build());
    }

    private static Optional<Rate> rate(@Nullable Integer questions, Duration per) {
        return questions == null ? Optional.empty() : Optional.of(Rate.of(questions, per));
    }

    private static void checkRate(Faults faults, String prefix, @Nullable Integer questions, Duration per) {
        faults.require(
                questions == null || (questions >= 1 && questions <= MOST_QUESTIONS),
                prefix + ".questions",
                "be from 1 to " + MOST_QUESTIONS,
                questions,
                "leave it out for no limit");
        faults.require(
                per.compareTo(Duration.ofMillis(1)) >= 0 && per.compareTo(LONGEST) <= 0,
                prefix + ".per",
                "be from 1 ms to 366 days",
                per,
                "use 1m if in doubt");
    }

    private static void checkBudget(Faults faults, String prefix, ActiveIaProperties.Quota quota) {
        try {
            budget(quota);
        } catch (ConfigurationException wrong) {
            wrong.faults()
                    .forEach(fault -> faults.require(
                            false, prefix + "." + fault.property(), fault.rule(), fault.value(), fault.remedy()));
        } catch (InvalidValueException wrong) {
            faults.require(
                    false, prefix + ".money", "be an amount and a currency", quota.money(), "write it as 0.10 USD");
        }
    }

    private static void oneOf(Faults faults, String property, String value, List<String> known, String bean) {
        faults.require(
                known.contains(value),
                property,
                "be one of " + String.join(", ", known),
                value,
                "define a " + bean + " bean for any other");
    }
}
