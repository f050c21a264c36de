package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GatekeeperConfigurationTest {
    private static final GatekeeperRequest HINT = GatekeeperRequest.of("no sé cómo encarar el punto 2");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("active-ia.llm.chain=", "active-ia.trace.file=target/traces.jsonl")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @Test
    void reads_the_meaning_when_embeddings_are_on() {
        double words = Gatekeeper.rules().assess(HINT).confidence();

        runner.withPropertyValues("active-ia.gatekeeper.embeddings=true").run(context -> assertThat(
                        context.getBean(Gatekeeper.class).assess(HINT).confidence())
                .isNotEqualTo(words));
        runner.run(context -> assertThat(
                        context.getBean(Gatekeeper.class).assess(HINT).confidence())
                .isEqualTo(words));
    }

    @Test
    void adds_the_words_of_a_folder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("delegation.txt"), "[delegation]\n2.0 ask_house , encajetame tp\n");

        runner.withPropertyValues("active-ia.gatekeeper.lexicon=" + folder)
                .run(context -> assertThat(context.getBean(Gatekeeper.class)
                                .assess(GatekeeperRequest.of("encajetame tp"))
                                .signals())
                        .extracting(signal -> signal.rule())
                        .contains("ask_house"));
    }

    @Test
    void names_the_folder_that_is_not_there() {
        runner.withPropertyValues("active-ia.gatekeeper.lexicon=/no/such/folder")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("gatekeeper.lexicon"));
    }
}
