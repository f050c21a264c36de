package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.core.testing.TestRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes that share a store: together they have more questions than the limit, and no more than the limit goes through. */
@Timeout(300)
class TwoNodesTest {
    @Test
    @ExtendWith(RedisExtension.class)
    void let_exactly_the_limit_through_when_they_share_a_redis(TestRedis redis) throws IOException {
        int total = grantedByTwo(redis.uri().toString(), redis.keyPrefix());

        assertThat(total).isEqualTo(AskingProcess.LIMIT);
    }

    @Test
    @ExtendWith(PostgresExtension.class)
    void let_exactly_the_limit_through_when_they_share_a_database(TestDatabase database) throws IOException {
        int total = grantedByTwo(database.jdbcUrl(), "two:");

        assertThat(total).isEqualTo(AskingProcess.LIMIT);
    }

    private static int grantedByTwo(String url, String prefix) throws IOException {
        try (Node one = new Node(url, prefix);
                Node other = new Node(url, prefix)) {
            assertThat(one.line()).isEqualTo("ready");
            assertThat(other.line()).isEqualTo("ready");
            one.go();
            other.go();
            return Integer.parseInt(one.line()) + Integer.parseInt(other.line());
        }
    }

    private static final class Node implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        Node(String url, String prefix) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AskingProcess.class.getName(),
                            url,
                            prefix)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        String line() throws IOException {
            return output.readLine();
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
