package io.github.activeia.spring;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.agents.ActiveIaBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Makes a tutor, and each of its parts that the host has not made. Switched off by {@code active-ia.enabled=false}. What the
 * configuration opens is closed with the context.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "active-ia.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ActiveIaProperties.class)
@Import({
    CacheConfiguration.class,
    GatekeeperConfiguration.class,
    KnowledgeConfiguration.class,
    LlmConfiguration.class,
    RiskConfiguration.class,
    RulesConfiguration.class,
    SessionConfiguration.class,
    CostConfiguration.class,
    ExpiryConfiguration.class
})
public final class ActiveIaAutoConfiguration {
    /** Created by Spring. */
    ActiveIaAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ActiveIa activeIa(ObjectProvider<ActiveIaCustomizer> parts) {
        ActiveIaBuilder builder = ActiveIa.builder();
        parts.orderedStream().forEach(part -> part.customize(builder));
        return builder.build();
    }
}
