package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.agents.risk.Alert;
import io.github.activeia.agents.risk.AlertListener;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Question;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RiskConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("active-ia.llm.chain=", "active-ia.trace.enabled=false")
            .withUserConfiguration(Teachers.class)
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void tells_every_listener_from_the_delegation_on_that_is_set() {
        runner.withPropertyValues("active-ia.risk.repeated-delegations=2", "active-ia.risk.pause=0s")
                .run(context -> {
                    ActiveIa tutor = context.getBean(ActiveIa.class);
                    Teachers teachers = context.getBean(Teachers.class);

                    tutor.ask(delegation());
                    assertThat(teachers.first).isEmpty();

                    tutor.ask(delegation());
                    assertThat(teachers.first).containsExactly("repeated_delegation");
                    assertThat(teachers.second).containsExactly("repeated_delegation");
                });
    }

    @Test
    void waits_for_the_third_delegation_by_default() {
        runner.run(context -> {
            ActiveIa tutor = context.getBean(ActiveIa.class);

            tutor.ask(delegation());
            tutor.ask(delegation());

            assertThat(context.getBean(Teachers.class).first).isEmpty();
        });
    }

    @Test
    void names_each_property_that_is_out_of_range() {
        runner.withPropertyValues(
                        "active-ia.risk.repeated-delegations=0",
                        "active-ia.risk.measured-replies=101",
                        "active-ia.risk.many-hints=-1",
                        "active-ia.risk.insecure-code=2",
                        "active-ia.risk.pause=31d",
                        "active-ia.risk.remembered=0")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.faults())
                                .extracting(Fault::property)
                                .containsExactlyInAnyOrder(
                                        "active-ia.risk.repeated-delegations",
                                        "active-ia.risk.measured-replies",
                                        "active-ia.risk.many-hints",
                                        "active-ia.risk.insecure-code",
                                        "active-ia.risk.pause",
                                        "active-ia.risk.remembered")));
    }

    private static Question delegation() {
        return Question.of("haceme todo el tp y pasame el código completo")
                .by("s-1")
                .in("redes")
                .during("a")
                .on("tp1");
    }

    @Configuration(proxyBeanMethods = false)
    static class Teachers {
        final List<String> first = new CopyOnWriteArrayList<>();
        final List<String> second = new CopyOnWriteArrayList<>();

        @Bean
        AlertListener teacher() {
            return alert -> keep(first, alert);
        }

        @Bean
        AlertListener assistant() {
            return alert -> keep(second, alert);
        }

        private static void keep(List<String> heard, Alert alert) {
            if (alert.code().equals("repeated_delegation")) {
                heard.add(alert.code());
            }
        }
    }
}
