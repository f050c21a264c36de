package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.FakeLlmServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Health by reflection: its classes differ between the two lines of Boot. */
class ActiveIaHealthTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("OLLAMA_HOST=" + FakeLlmServer.refusingUrl())
            .withConfiguration(
                    AutoConfigurations.of(ActiveIaAutoConfiguration.class, ActiveIaHealthAutoConfiguration.class));

    @Test
    void is_up_with_its_circuits_and_asks_no_model() {
        try (FakeLlmServer server = FakeLlmServer.start()) {
            runner.withPropertyValues("active-ia.llm.chain=ollama", "active-ia.llm.ollama.base-url=" + server.url())
                    .run(context -> {
                        String health = health(context);

                        assertThat(health).contains("UP", "ollama/phi3", "closed");
                        assertThat(server.requests()).isEmpty();
                    });
        }
    }

    @Test
    void is_absent_when_there_is_no_actuator() {
        runner.withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("activeIaHealthIndicator"));
    }

    @Test
    void is_absent_when_it_is_switched_off() {
        runner.withPropertyValues("management.health.activeIa.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("activeIaHealthIndicator"));
    }

    @Test
    void is_absent_when_there_is_no_tutor() {
        runner.withPropertyValues("active-ia.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("activeIaHealthIndicator"));
    }

    private static String health(ApplicationContext context) throws ReflectiveOperationException {
        Object indicator = context.getBean("activeIaHealthIndicator");
        java.lang.reflect.Method method = indicator.getClass().getMethod("health");
        method.setAccessible(true);
        return method.invoke(indicator).toString();
    }
}
