package io.github.activeia.spring;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperBuilder;
import io.github.activeia.rag.embedding.Embedder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what reads the messages. */
@Configuration(proxyBeanMethods = false)
class GatekeeperConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Gatekeeper activeIaGatekeeper(ActiveIaProperties properties, ObjectProvider<Embedder> embedders) {
        GatekeeperBuilder builder = Gatekeeper.builder();
        if (properties.gatekeeper().lexicon() != null) {
            builder.lexicon(properties.gatekeeper().lexicon());
        }
        if (properties.gatekeeper().embeddings()) {
            Embedder embedder = embedders.getIfUnique(Embedder::inProcess);
            builder.embeddings(embedder.profile().modelId(), embedder::embedQuery);
        }
        return builder.build();
    }

    @Bean
    ActiveIaCustomizer activeIaReading(Gatekeeper gatekeeper) {
        return builder -> builder.gatekeeper(gatekeeper);
    }
}
