package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreOptionTest {
    private static final String URL = "jdbc:postgresql://aula:5432/ia?user=ana&password=secreto";

    @ParameterizedTest
    @CsvSource({
        "lucene:indice, lucene:indice",
        "indice, lucene:indice",
        "/srv/indice, lucene:/srv/indice",
        "pgvector:jdbc:postgresql://aula/ia, pgvector:jdbc:postgresql://aula/ia"
    })
    void place_is_understood_when_it_is_typed(String typed, String understood) {
        assertThat(StoreOption.parse(typed, Map.of())).hasToString(understood);
    }

    @Test
    void server_comes_from_the_environment_when_no_url_is_typed() {
        StoreOption option = StoreOption.parse("pgvector", Map.of("ACTIVE_IA_PG_URL", URL));

        assertThat(option).hasToString("pgvector:jdbc:postgresql://aula:5432/ia");
    }

    @Test
    void password_is_not_printed_wherever_it_stands() {
        assertThat(StoreOption.parse("pgvector:" + URL, Map.of()).toString()).doesNotContain("secreto");
        assertThat(StoreOption.parse("pgvector:jdbc:postgresql://ana:secreto@aula/ia", Map.of()))
                .hasToString("pgvector:jdbc:postgresql://aula/ia");
        assertThatThrownBy(() -> StoreOption.parse("pgvector:postgres://ana:secreto@aula/ia", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("begin with jdbc:postgresql:")
                .hasMessageNotContaining("secreto");
    }

    @ParameterizedTest
    @CsvSource({"pgvector", "pgvector:"})
    void way_out_is_named_when_there_is_no_server(String typed) {
        assertThatThrownBy(() -> StoreOption.parse(typed, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(".ci/services up")
                .hasMessageContaining("ACTIVE_IA_PG_URL");
    }

    @Test
    void blank_directory_is_refused() {
        assertThatThrownBy(() -> StoreOption.parse("lucene:", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("store must name a directory");
    }
}
