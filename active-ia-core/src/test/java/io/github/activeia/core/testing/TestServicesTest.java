package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestServicesTest {
    private static final String VARIABLE = "ACTIVE_IA_TEST_PG_URL";

    @Test
    void takes_the_url_as_it_is_when_the_environment_sets_one() {
        ServiceFinder finder =
                new ServiceFinder(Map.of(VARIABLE, " jdbc:postgresql://db/x ")::get, new ServicesScript());

        FoundService found = finder.find("postgres", VARIABLE);

        assertThat(found.url()).isEqualTo("jdbc:postgresql://db/x");
        assertThat(found.origin()).isEqualTo(VARIABLE);
    }

    @Test
    void names_the_variable_and_no_password_when_nothing_answers_at_the_url() throws IOException {
        String server = "127.0.0.1:" + closedPort();
        FoundService found = new FoundService("jdbc:postgresql://" + server + "/x?user=u&password=hush", VARIABLE);

        assertThatThrownBy(() -> PostgresProbe.probe(found))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(VARIABLE, server, "unset the variable")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://u:hush@db/x", "jdbc:postgresql:hush", "jdbc:postgresql://u:hush@db/x"})
    void says_how_to_write_the_url_when_it_is_not_one_of_jdbc(String url) {
        FoundService found = new FoundService(url, VARIABLE);

        assertThatThrownBy(() -> PostgresProbe.probe(found))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(VARIABLE, "jdbc:postgresql://127.0.0.1:5432/postgres")
                .hasMessageNotContaining("hush");
    }

    @Test
    void keeps_the_parameters_when_the_database_changes() {
        TestPostgres server =
                new TestPostgres("jdbc:postgresql://db:5433/a?user=u&ssl=true", "17.1", "0.8.0", "Docker");

        assertThat(server.jdbcUrl("b")).isEqualTo("jdbc:postgresql://db:5433/b?user=u&ssl=true");
        assertThat(server).hasToString("PostgreSQL 17.1, pgvector 0.8.0 (Docker) at db:5433");
    }

    @ParameterizedTest
    @CsvSource({"15.0, 0.7.0", "17.11, 0.8.0", "18beta1, 1.0", "16.3, 0.10.1"})
    void accepts_a_server_when_its_versions_suffice(String version, String vector) {
        TestPostgres server = new TestPostgres("jdbc:postgresql://db/a", version, vector, VARIABLE);

        assertThatCode(() -> PostgresProbe.checked(server)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "14.12, 0.8.0, PostgreSQL 15 or newer",
        "9.6.24, 0.8.0, PostgreSQL 15 or newer",
        "17.0, 0.6.2, pgvector 0.7 or newer",
        "17.0, , have pgvector"
    })
    void refuses_a_server_when_a_version_is_too_old(String version, String vector, String rule) {
        TestPostgres server = new TestPostgres("jdbc:postgresql://db/a", version, vector, VARIABLE);

        assertThatThrownBy(() -> PostgresProbe.checked(server))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(VARIABLE, rule, "install it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://:hush@db", "redis:hush", "redis://:hush 1@db", "localhost:6379"})
    void says_how_to_write_the_url_when_it_is_not_one_of_redis(String url) {
        FoundService found = new FoundService(url, "ACTIVE_IA_TEST_REDIS_URL");

        assertThatThrownBy(() -> RedisProbe.probe(found))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("ACTIVE_IA_TEST_REDIS_URL", "redis://127.0.0.1:6379")
                .hasMessageNotContaining("hush");
    }

    @Test
    void names_the_variable_when_another_kind_of_server_answers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread stranger = new Thread(() -> greet(server));
            stranger.start();
            FoundService found = new FoundService("redis://127.0.0.1:" + server.getLocalPort(), "VARIABLE");

            assertThatThrownBy(() -> RedisProbe.probe(found))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContainingAll("VARIABLE must lead to a Redis server", "this is not Redis");
            stranger.join();
        }
    }

    @Test
    void reads_the_line_of_the_service_when_the_script_prints_two() {
        List<String> lines = List.of("redis\tredis://127.0.0.1:1\tDocker", "postgres\tjdbc:x\tDebian tree");

        FoundService found = ServicesScript.parse("postgres", lines);

        assertThat(found).isEqualTo(new FoundService("jdbc:x", "Debian tree"));
        assertThatThrownBy(() -> ServicesScript.parse("postgres", List.of("postgres")))
                .hasMessageContaining("no line for postgres");
    }

    @Test
    void parses_when_bash_reads_the_script_without_running_it() throws Exception {
        Process bash =
                new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var script = ServicesScript.class.getResourceAsStream("services.sh");
                var stdin = bash.getOutputStream()) {
            script.transferTo(stdin);
        }

        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEmpty();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void fails_the_same_way_at_once_when_it_is_asked_again() {
        AtomicInteger attempts = new AtomicInteger();
        Once<String> once = new Once<>(() -> {
            throw new IllegalStateException("attempt " + attempts.incrementAndGet());
        });

        assertThatThrownBy(once::get).hasMessage("attempt 1");
        assertThatThrownBy(once::get).hasMessage("attempt 1");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void greet(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.UTF_8));
            client.getInputStream().read();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
