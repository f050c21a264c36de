package io.github.activeia.spring;

import io.github.activeia.agents.risk.AlertListener;
import io.github.activeia.agents.risk.RiskSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when alerts are raised, and who hears of them. */
@Configuration(proxyBeanMethods = false)
class RiskConfiguration {
    @Bean
    @ConditionalOnMissingBean
    RiskSettings activeIaRiskSettings(ActiveIaProperties properties) {
        return properties.risk().settings();
    }

    @Bean
    ActiveIaCustomizer activeIaAlerts(RiskSettings settings, ObjectProvider<AlertListener> listeners) {
        return builder -> {
            builder.risk(settings);
            listeners.orderedStream().forEach(builder::alerts);
        };
    }
}
