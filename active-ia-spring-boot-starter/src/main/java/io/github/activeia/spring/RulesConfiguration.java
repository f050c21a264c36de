package io.github.activeia.spring;

import io.github.activeia.agents.admission.AdmissionRules;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.limit.InMemoryRateLimiter;
import io.github.activeia.core.limit.PostgresRateLimiter;
import io.github.activeia.core.limit.RateLimiter;
import io.github.activeia.core.limit.RateLimits;
import io.github.activeia.core.limit.RedisRateLimiter;
import io.github.activeia.core.limit.SharedLimiterSettings;
import io.github.activeia.core.trace.JsonLinesTraceStore;
import io.github.activeia.core.trace.TraceStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Makes what the tutor abides by, and what it leaves behind. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CoursePolicy activeIaPolicy(ActiveIaProperties properties) {
        return CoursePolicy.template(properties.policy().template()).toBuilder()
                .dataPolicy(properties.policy().data())
                .build();
    }

    @Bean
    SharedServers activeIaServers(ActiveIaProperties properties, Environment environment) {
        return new SharedServers(
                properties.redisUrl() == null
                        ? environment.getProperty("active-ia.cache.redis-url")
                        : properties.redisUrl());
    }

    @Bean
    @ConditionalOnMissingBean
    RateLimiter activeIaRateLimiter(
            ActiveIaProperties properties,
            SharedServers servers,
            ObjectProvider<DataSource> connections,
            ObjectProvider<Clock> clock) {
        RateLimits limits = Limits.rates(properties.rateLimit()).orElse(null);
        if (limits == null) {
            return RateLimiter.unlimited();
        }
        Clock time = clock.getIfUnique(Clock::systemUTC);
        SharedLimiterSettings shared = SharedLimiterSettings.builder()
                .limits(limits)
                .failPolicy(properties.rateLimit().failPolicy())
                .build();
        return switch (properties.rateLimit().store()) {
            case "redis" -> RedisRateLimiter.open(servers.redis("active-ia.rate-limit.store"), shared, time);
            case "postgres" ->
                PostgresRateLimiter.open(
                        SharedServers.dataSource("active-ia.rate-limit.store", connections), shared, time);
            default -> new InMemoryRateLimiter(limits, time);
        };
    }

    @Bean
    @ConditionalOnMissingBean
    TraceStore activeIaTraces(ActiveIaProperties properties) {
        ActiveIaProperties.Trace trace = properties.trace();
        return trace.enabled() ? JsonLinesTraceStore.open(trace.file()) : TraceStore.none();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaRulesPart(
            ActiveIaProperties properties, CoursePolicy policy, RateLimiter rateLimiter, TraceStore traces) {
        return builder -> {
            builder.locale(properties.locale())
                    .policy(policy)
                    .rateLimiter(rateLimiter)
                    .traces(traces);
            if (properties.helpline() != null) {
                builder.helpline(properties.helpline());
            }
            if (properties.instructions() != null) {
                builder.instructions(properties.instructions());
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaHostPart(
            ObjectProvider<AdmissionRules> admission,
            ObjectProvider<Clock> clock,
            ObjectProvider<ReplyListener> listeners) {
        return builder -> {
            admission.ifUnique(builder::admission);
            clock.ifUnique(builder::clock);
            listeners.orderedStream().forEach(builder::listener);
        };
    }
}
