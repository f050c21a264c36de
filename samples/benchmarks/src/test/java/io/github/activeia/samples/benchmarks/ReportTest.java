package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.rag.evaluation.RankingMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Occasion OCCASION =
            new Occasion(LocalDate.of(2026, 11, 22), "bench run", new Machine(List.of("2 cores")));

    @TempDir
    private Path folder;

    @Test
    void passes_every_floor_when_the_figures_reach_them() {
        List<Check> checks = Checks.of(results(1, 0.95));

        assertThat(checks).hasSize(12).allMatch(Check::passed);
        assertThat(checks).extracting(Check::measured).contains("100 times: 1 ms against 100 ms", "+0.200", "0.995");
    }

    @Test
    void fails_the_floors_that_are_missed() {
        List<Check> checks = Checks.of(results(30, 0.80));

        Set<String> failed =
                checks.stream().filter(c -> !c.passed()).map(Check::name).collect(Collectors.toSet());

        assertThat(failed)
                .containsExactlyInAnyOrder(
                        "hybrid p50, fisica",
                        "hybrid nDCG@10 over langchain4j HYBRID, fisica",
                        "hybrid p50, 100,000 chunks",
                        "hybrid p99, 100,000 chunks",
                        "hybrid nDCG@10 lost to scoring all chunks with the words, 100,000 chunks",
                        "filter of 5 %, fisica-100000, p50",
                        "filter of 0.5 %, fisica-100000, p50");
    }

    @Test
    void fails_a_floor_when_nothing_was_measured_for_it() {
        Results nothing = new Results(List.of(new CorpusResult("fisica", 10, 0, List.of())), List.of(), List.of());

        assertThat(Checks.of(nothing))
                .hasSize(12)
                .noneMatch(Check::passed)
                .extracting(Check::measured)
                .containsOnly("not measured");
    }

    @Test
    void says_what_was_measured_where_and_how() {
        String text = new Report(OCCASION, results(1, 0.95)).markdown("p.png");

        assertThat(text)
                .contains("Measured on 2026-11-22 with:", "```sh\nbench run\n```", "- 2 cores", "(p.png)")
                .contains("| hybrid p50, fisica | at least 20 times faster than langchain4j-pgvector"
                        + " | 100 times: 1 ms against 100 ms | pass |")
                .contains("## fisica-100000: 100,000 passages, 500 questions timed")
                .contains("| langchain4j-pgvector HYBRID | hybrid | 0.750 | 0.600 | 0.500 |")
                .contains("| langchain4j-pgvector | vector | 0.5 % | 100 | 200 | 300 | 40 | 50 | 0.995 |")
                .contains("| langchain4j-pgvector | 10,000 | – | – | 4,096 |")
                .contains("| langchain4j | 200 | 9 | 9 | 200 | 400 |")
                .contains("## How it is measured");
    }

    @Test
    void writes_a_picture_beside_the_report() throws IOException {
        Path file = folder.resolve("docs/benchmarks.md");

        new Report(OCCASION, results(1, 0.95)).write(file);

        assertThat(Files.readString(file)).contains("(benchmarks-latency.png)");
        assertThat(ImageIO.read(file.resolveSibling("benchmarks-latency.png").toFile())
                        .getWidth())
                .isEqualTo(1400);
    }

    @Test
    void hides_the_address_of_the_database_in_the_command() {
        String text = CommandText.of("bench", List.of("run", "--db", "jdbc:x?password=hush", "--db=hush", "--check"));

        assertThat(text).isEqualTo("bench run --db \"$ACTIVE_IA_PG_URL\" --db=\"$ACTIVE_IA_PG_URL\" --check");
    }

    @Test
    void hides_where_the_corpora_are_on_this_machine() {
        String text = CommandText.of("bench", List.of("run", "--corpus", "/home/ana/xquad-es", "cerca", "--out=x.md"));

        assertThat(text).isEqualTo("bench run --corpus DIR/xquad-es cerca --out=x.md");
    }

    @Test
    void shows_three_digits_of_every_figure() {
        assertThat(List.of(
                        Figures.of(0.012345), Figures.of(1.2), Figures.of(123.456), Figures.of(12345.6), Figures.of(0)))
                .containsExactly("0.0123", "1.2", "123", "12,346", "0");
    }

    /** Ours takes that many milliseconds, and everybody else a hundred. */
    private static Results results(double millis, double ndcg) {
        CorpusResult small = corpus("fisica", 3784, millis, ndcg);
        CorpusResult large = corpus("fisica-100000", 100_000, millis, ndcg);
        CorpusResult load = corpus("fisica-20000", Checks.INDEXED_ROWS, millis, ndcg);
        return new Results(
                List.of(small, large),
                List.of(load),
                List.of(
                        new ReingestResult(OurStore.NAME, 200, Duration.ofSeconds(9), Duration.ofMillis(10), 200, 200),
                        new ReingestResult(
                                "langchain4j", 200, Duration.ofSeconds(9), Duration.ofSeconds(9), 200, 400)));
    }

    private static CorpusResult corpus(String name, int rows, double millis, double ndcg) {
        Loading fast = new Loading(Duration.ofSeconds(1), Duration.ofSeconds(5));
        Loading slow = Loading.withoutIndex(Duration.ofNanos(rows * 100_000L));
        return new CorpusResult(
                name,
                rows,
                500,
                List.of(
                        new PeerResult(Peer.ACTIVE_IA, fast, 2048, timings(millis), Map.of(Mode.HYBRID, metrics(ndcg))),
                        new PeerResult(
                                Peer.ACTIVE_IA_EXHAUSTIVE,
                                fast,
                                2048,
                                timings(millis),
                                Map.of(Mode.HYBRID, metrics(0.952))),
                        new PeerResult(Peer.LANGCHAIN4J, slow, 4096, timings(100), Map.of()),
                        new PeerResult(
                                Peer.LANGCHAIN4J_HYBRID,
                                slow,
                                5000,
                                timings(100),
                                Map.of(Mode.HYBRID, metrics(0.75)))));
    }

    private static List<PeerResult.Timing> timings(double millis) {
        LatencySummary latency = new LatencySummary(50, millis, 2 * millis, 3 * millis, 40);
        return List.of(
                new PeerResult.Timing(Mode.HYBRID, PeerResult.UNFILTERED, 1, latency, null),
                new PeerResult.Timing(Mode.VECTOR, "5 %", 1, latency, 0.995),
                new PeerResult.Timing(Mode.VECTOR, "0.5 %", 1, latency, 0.995));
    }

    private static RankingMetrics metrics(double ndcg) {
        return new RankingMetrics(10, ndcg, 0.6, 0.5, 0.7);
    }
}
