package io.github.activeia.spring;

import io.github.activeia.core.cache.Cache;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes the cache. */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {
    @Bean
    CacheParts activeIaCacheParts(
            ActiveIaProperties properties,
            ObjectProvider<Cache> host,
            ObjectProvider<DataSource> connections,
            ObjectProvider<Clock> clock) {
        Cache own = host.getIfUnique();
        return own != null
                ? CacheParts.of(own)
                : CacheParts.open(properties.cache(), connections::getIfUnique, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaCachePart(CacheParts parts) {
        Cache cache = parts.cache();
        return builder -> {
            if (cache != null) {
                builder.cache(cache);
            }
        };
    }
}
