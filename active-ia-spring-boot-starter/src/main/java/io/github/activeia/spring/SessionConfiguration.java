package io.github.activeia.spring;

import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.session.PostgresSessionSettings;
import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.agents.session.RedisSessionSettings;
import io.github.activeia.agents.session.RedisSessionStore;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes what remembers, and passes on who hears how students get on. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SessionStore activeIaSessions(
            ActiveIaProperties properties,
            SharedServers servers,
            ObjectProvider<DataSource> connections,
            ObjectProvider<Clock> clock) {
        Duration timeToLive = properties.sessions().timeToLive();
        Clock time = clock.getIfUnique(Clock::systemUTC);
        String cacheUrl = properties.cache().redisUrl();
        String said = properties.sessions().store();
        return switch (said != null ? said : cacheUrl != null ? "redis" : "memory") {
            case "redis" ->
                RedisSessionStore.connect(
                        said == null && cacheUrl != null
                                ? URI.create(cacheUrl)
                                : servers.redis("active-ia.sessions.store"),
                        RedisSessionSettings.builder()
                                .clock(time)
                                .timeToLive(timeToLive)
                                .build());
            case "postgres" ->
                made(PostgresSessionStore.of(
                        SharedServers.dataSource("active-ia.sessions.store", connections),
                        PostgresSessionSettings.builder()
                                .clock(time)
                                .timeToLive(timeToLive)
                                .build()));
            default -> SessionStore.inMemory(time, timeToLive);
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaSessionPart(
            ObjectProvider<SessionStore> sessions,
            ObjectProvider<StudentProgress> progress,
            ObjectProvider<ProgressListener> listeners) {
        return builder -> {
            sessions.ifUnique(builder::sessions);
            progress.ifUnique(builder::progress);
            listeners.orderedStream().forEach(builder::progressListener);
        };
    }

    private static PostgresSessionStore made(PostgresSessionStore store) {
        try {
            store.createTable();
            return store;
        } catch (ActiveIaException failure) {
            throw new ConfigurationException(new Fault(
                    "active-ia.sessions.store",
                    "be able to make its table in PostgreSQL",
                    "refused",
                    "check that the server answers and that its user may create tables, or make the table with"
                            + " PostgresSessionStore.script() and define a bean of the store"));
        }
    }
}
