package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.cost.BudgetStore;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.CostStoreException;
import io.github.activeia.core.cost.PostgresBudgetStore;
import io.github.activeia.core.cost.PostgresCostLedger;
import io.github.activeia.core.cost.PriceList;
import io.github.activeia.core.cost.RedisBudgetStore;
import io.github.activeia.core.cost.Scope;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes what is spent by, and where it is written down. The tables in PostgreSQL are made where they are missing. */
@Configuration(proxyBeanMethods = false)
class CostConfiguration {
    @Bean
    @ConditionalOnMissingBean
    PriceList activeIaPrices(ActiveIaProperties properties) {
        return properties.cost().prices() == null
                ? PriceList.shipped()
                : PriceList.shipped()
                        .overriddenBy(PriceList.load(properties.cost().prices()));
    }

    @Bean
    @ConditionalOnMissingBean
    CostLedger activeIaCostLedger(ActiveIaProperties properties, ObjectProvider<DataSource> connections) {
        return switch (properties.cost().ledger()) {
            case "memory" -> CostLedger.inMemory();
            case "postgres" -> {
                PostgresCostLedger ledger =
                        PostgresCostLedger.of(SharedServers.dataSource("active-ia.cost.ledger", connections));
                create("active-ia.cost.ledger", "PostgresCostLedger", ledger::createTable);
                yield ledger;
            }
            default -> CostLedger.none();
        };
    }

    @Bean
    @ConditionalOnMissingBean
    BudgetStore activeIaBudgetStore(
            ActiveIaProperties properties,
            SharedServers servers,
            ObjectProvider<DataSource> connections,
            ObjectProvider<Clock> clock) {
        return switch (properties.budget().store()) {
            case "redis" -> RedisBudgetStore.connect(servers.redis("active-ia.budget.store"));
            case "postgres" -> {
                PostgresBudgetStore store =
                        PostgresBudgetStore.of(SharedServers.dataSource("active-ia.budget.store", connections));
                create("active-ia.budget.store", "PostgresBudgetStore", store::createTable);
                yield store;
            }
            default -> BudgetStore.inMemory(clock.getIfUnique(Clock::systemUTC));
        };
    }

    @Bean
    @ConditionalOnMissingBean
    Budgets activeIaBudgets(ActiveIaProperties properties, BudgetStore store, ObjectProvider<Clock> clock) {
        ActiveIaProperties.Budgets budget = properties.budget();
        Budgets.Builder budgets = Budgets.builder()
                .store(store)
                .zone(budget.zone())
                .failPolicy(budget.failPolicy())
                .clock(clock.getIfUnique(Clock::systemUTC));
        Limits.budget(budget.student()).ifPresent((Budget quota) -> budgets.per(Scope.STUDENT, quota));
        Limits.budget(budget.course()).ifPresent((Budget quota) -> budgets.per(Scope.COURSE, quota));
        Limits.budget(budget.tenant()).ifPresent((Budget quota) -> budgets.per(Scope.TENANT, quota));
        return budgets.build();
    }

    /** For a model of the host too: its requests are counted, and its tokens where it has these budgets itself. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaBudgetPart(Budgets budgets) {
        return builder -> {
            if (budgets.limited()) {
                builder.budgets(budgets);
            }
        };
    }

    private static void create(String property, String type, Runnable createTable) {
        try {
            createTable.run();
        } catch (CostStoreException failure) {
            throw new ConfigurationException(new Fault(
                    property,
                    "be able to make its table in PostgreSQL",
                    "refused",
                    "check that the server answers and that its user may create tables, or make the table with " + type
                            + ".script() and define a bean of the store"));
        }
    }
}
