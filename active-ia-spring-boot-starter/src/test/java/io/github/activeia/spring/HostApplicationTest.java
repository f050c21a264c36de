package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.testing.FakeLlmServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A whole application that does nothing but have the starter on its class path. */
class HostApplicationTest {
    @Test
    void has_a_tutor_when_the_starter_is_on_the_class_path() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Host.class)
                .properties(
                        "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/host-traces.jsonl")
                .run()) {

            assertThat(context.getBean(ActiveIa.class)).isNotNull();
            assertThat(context.containsBean("activeIaHealthIndicator")).isTrue();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {}
}
