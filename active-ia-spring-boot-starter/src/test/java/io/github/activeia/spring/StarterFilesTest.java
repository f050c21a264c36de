package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

class StarterFilesTest {
    @Test
    void is_found_by_boot() {
        List<String> candidates = ImportCandidates.load(
                        AutoConfiguration.class, getClass().getClassLoader())
                .getCandidates();

        assertThat(candidates)
                .contains(ActiveIaAutoConfiguration.class.getName(), ActiveIaHealthAutoConfiguration.class.getName());
    }

    @Test
    void describes_every_property() throws IOException {
        assertThat(properties()).isNotEmpty().allSatisfy(property -> assertThat(
                        property.path("description").asText())
                .as(property.path("name").asText())
                .isNotBlank());
    }

    @Test
    void lists_every_property_in_the_guide() throws IOException {
        String guide = Files.readString(Path.of("../docs/spring-boot.md"));

        assertThat(properties())
                .extracting(property -> property.path("name").asText())
                .allSatisfy(name -> assertThat(guide).contains("`" + name.replaceFirst("^active-ia\\.", "") + "`"));
    }

    private static List<JsonNode> properties() throws IOException {
        try (InputStream metadata =
                StarterFilesTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            JsonNode properties = new ObjectMapper().readTree(metadata).path("properties");
            return StreamSupport.stream(properties.spliterator(), false).toList();
        }
    }
}
