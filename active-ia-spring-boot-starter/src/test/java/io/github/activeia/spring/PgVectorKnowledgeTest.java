package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ExtendWith(PostgresExtension.class)
class PgVectorKnowledgeTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues(
                    "OLLAMA_HOST=" + FakeLlmServer.refusingUrl(),
                    "active-ia.trace.file=target/traces.jsonl",
                    "active-ia.knowledge.store=pgvector")
            .withConfiguration(AutoConfigurations.of(ActiveIaAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void course_is_kept_in_the_data_source_of_the_application(TestDatabase database) throws Exception {
        Files.writeString(folder.resolve("cola.md"), "# Cola circular\n\nLa cola circular reutiliza el arreglo.\n");

        runner.withBean(DataSource.class, database::dataSource)
                .withPropertyValues("active-ia.course.id=algoritmos", "active-ia.course.folder=" + folder)
                .run(context -> assertThat(context).hasNotFailed());

        runner.withBean(DataSource.class, database::dataSource)
                .withPropertyValues("active-ia.course.id=algoritmos")
                .run(context -> assertThat(context.getBean(KnowledgeSource.class)
                                .retrieve(KnowledgeQuery.of("cola circular", new CourseId("algoritmos")))
                                .passages())
                        .isNotEmpty());
    }

    @Test
    void missing_data_source_is_a_clear_error() {
        runner.run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DataSource"));
    }
}
