package io.github.activeia.spring;

import io.github.activeia.agents.ActiveIa;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds the tutor to the health endpoint where there is one. Boot 4 has moved every class of it, so each line has a configuration
 * of its own, and neither is looked at where its classes are missing. For the same reason they are named in full here.
 */
@AutoConfiguration(after = ActiveIaAutoConfiguration.class)
@ConditionalOnBean(ActiveIa.class)
final class ActiveIaHealthAutoConfiguration {
    ActiveIaHealthAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Boot3 {
        @Bean
        @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator("activeIa")
        @ConditionalOnMissingBean(name = "activeIaHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator activeIaHealthIndicator(TutorHealth health) {
            return () -> {
                TutorHealth.Finding finding = health.look();
                return org.springframework.boot.actuate.health.Health.status(finding.up() ? "UP" : "DOWN")
                        .withDetails(finding.details())
                        .build();
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Boot4 {
        @Bean
        @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("activeIa")
        @ConditionalOnMissingBean(name = "activeIaHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator activeIaHealthIndicator(TutorHealth health) {
            return () -> {
                TutorHealth.Finding finding = health.look();
                return org.springframework.boot.health.contributor.Health.status(finding.up() ? "UP" : "DOWN")
                        .withDetails(finding.details())
                        .build();
            };
        }
    }
}
