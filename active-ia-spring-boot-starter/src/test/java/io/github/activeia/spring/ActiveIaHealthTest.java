package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.FakeLlmServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Health by reflection: its classes differ between the two lines of Boot. */
class ActiveIaHealthTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(), "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(
                    AutoConfigurations.of(ActiveIaAutoConfiguration.class, ActiveIaHealthAutoConfiguration.class));

    @TempDir
    private Path folder;

    @TempDir
    private Path index;

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
    void is_down_when_the_index_cannot_be_read() throws IOException {
        Files.writeString(folder.resolve("colas.md"), "# Colas\n\nUna cola atiende primero a quien llegó primero.\n");

        runner.withPropertyValues("active-ia.course.folder=" + folder, "active-ia.index-directory=" + index)
                .run(context -> {
                    String open = health(context);
                    context.getBean(CourseMaterial.class).close();
                    String closed = health(context);

                    assertThat(open).contains("UP", "documents=1");
                    assertThat(closed).contains("DOWN", "unreadable");
                });
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
        Method method = indicator.getClass().getMethod("health");
        method.setAccessible(true);
        return method.invoke(indicator).toString();
    }
}
