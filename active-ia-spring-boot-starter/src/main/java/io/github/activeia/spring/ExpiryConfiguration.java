package io.github.activeia.spring;

import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.core.cost.PostgresBudgetStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has what PostgreSQL keeps for a while deleted when that is over; Redis does so by itself. */
@Configuration(proxyBeanMethods = false)
class ExpiryConfiguration {
    private static final Duration PERIOD = Duration.ofHours(1);

    @Bean
    ExpiredRows activeIaExpiredRows(
            ObjectProvider<PostgresSessionStore> sessions, ObjectProvider<PostgresBudgetStore> budgets) {
        Map<String, LongSupplier> stores = new HashMap<>();
        sessions.ifUnique(store -> stores.put("sessions", store::deleteExpired));
        budgets.ifUnique(store -> stores.put("budgets", store::deleteExpired));
        return new ExpiredRows(stores, PERIOD);
    }
}
