package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisTwoProcessesTest {
    @Test
    void grant_exactly_the_limits_together_when_they_share_a_server(TestRedis redis)
            throws IOException, InterruptedException {
        List<Process> nodes = List.of(start(redis), start(redis));
        List<BufferedReader> outputs = nodes.stream()
                .map(node -> node.inputReader(StandardCharsets.UTF_8))
                .toList();
        try (RedisBudgetStore store =
                RedisBudgetStore.connect(redis.uri(), redis.keyPrefix(), Duration.ofSeconds(20))) {
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }

            for (Process node : nodes) {
                try (OutputStream input = node.getOutputStream()) {
                    input.write('\n');
                }
            }
            long[] first = numbers(outputs.get(0));
            long[] second = numbers(outputs.get(1));

            assertThat(first[0] + second[0]).isEqualTo(500);
            assertThat(first[0]).isPositive();
            assertThat(second[0]).isPositive();
            assertThat(first[1] + second[1]).isPositive().isLessThanOrEqualTo(100_000);
            BudgetStatus status = BudgetWorker.status(BudgetWorker.budgets(store));
            assertThat(status.line(Scope.STUDENT, Measure.REQUESTS)
                            .orElseThrow()
                            .used())
                    .isEqualByComparingTo("500");
            assertThat(status.line(Scope.COURSE, Measure.TOKENS).orElseThrow().used())
                    .isEqualByComparingTo(Long.toString(first[1] + second[1]));
            assertThat(status.line(Scope.COURSE, Measure.MONEY)
                            .orElseThrow()
                            .used()
                            .movePointRight(6))
                    .isEqualByComparingTo(Long.toString(first[1] + second[1]));
        } finally {
            for (Process node : nodes) {
                node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static long[] numbers(BufferedReader output) throws IOException {
        String[] words = output.readLine().split(" ", -1);
        return new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])};
    }

    private static Process start(TestRedis redis) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BudgetWorker.class.getName(),
                        redis.uri().toString(),
                        redis.keyPrefix())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
