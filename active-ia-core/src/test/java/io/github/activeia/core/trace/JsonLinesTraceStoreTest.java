package io.github.activeia.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTraceStoreTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("2026/marzo/trazas.jsonl");
    }

    @Test
    void reads_back_what_was_appended() {
        CognitiveTrace full = trace("t-1", new ActivityId("tp2"), 0.5);
        CognitiveTrace bare = trace("t-2", null, null);
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            store.append(full);
            store.append(bare);
        }

        List<CognitiveTrace> read = JsonLinesTraceStore.read(file);

        assertThat(read).containsExactly(full, bare);
    }

    @Test
    void writes_one_line_in_reading_order_and_leaves_out_what_was_not_measured() throws IOException {
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            store.append(trace("t-1", null, null));
        }

        List<String> lines = Files.readAllLines(file);

        assertThat(lines)
                .containsExactly("{\"id\":\"t-1\",\"at\":\"2026-03-02T10:00:00Z\",\"student\":\"alumna-7\","
                        + "\"course\":\"algoritmos\",\"session\":\"s-1\",\"question\":\"¿Por qué\\nburbuja? 🫧\","
                        + "\"reply\":\"¿Qué comparás?\","
                        + "\"summary\":{\"route\":\"tutor\",\"intent\":\"exploracion\",\"level\":2},"
                        + "\"steps\":[{\"agent\":\"gatekeeper\",\"decision\":\"tutor\",\"why\":\"pregunta de concepto\","
                        + "\"duration_ms\":1.234567,"
                        + "\"evidence\":{\"score\":0.75,\"rules\":[\"R1\",\"R2\"],\"injection\":false}},"
                        + "{\"agent\":\"safety\",\"decision\":\"ok\",\"duration_ms\":0.000000}]}");
    }

    @Test
    void writes_constants_in_lower_case_when_the_evidence_holds_them() throws IOException {
        CognitiveTrace.Step step =
                new CognitiveTrace.Step("a", "b", "", Map.of("risk", RiskLevel.CRITICAL), Duration.ZERO);
        CognitiveTrace base = trace("t-1", null, null);
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            store.append(new CognitiveTrace("t-1", base.at(), base.who(), "q", "r", Map.of(), List.of(step), null));
        }

        String text = Files.readString(file);

        assertThat(text).contains("\"evidence\":{\"risk\":\"critical\"}");
    }

    @Test
    void starts_on_a_new_line_when_a_crash_cut_the_last_one_short() throws IOException {
        append(trace("t-1", null, null));
        Files.writeString(file, "{\"id\":\"t-2\",\"at\":\"2026-0", StandardOpenOption.APPEND);

        append(trace("t-3", null, null));

        assertThat(JsonLinesTraceStore.read(file))
                .extracting(CognitiveTrace::id)
                .containsExactly("t-1", "t-3");
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void keeps_every_line_whole_when_many_threads_append() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            IntStream.range(0, 400).forEach(i -> threads.execute(() -> store.append(trace("t-" + i, null, i / 400.0))));
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        List<CognitiveTrace> read = JsonLinesTraceStore.read(file);

        assertThat(read).extracting(CognitiveTrace::id).doesNotHaveDuplicates().hasSize(400);
    }

    @Test
    void goes_on_writing_when_an_asking_thread_is_interrupted() {
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            Thread.currentThread().interrupt();
            store.append(trace("t-1", null, null));
            boolean interrupted = Thread.interrupted();
            store.append(trace("t-2", null, null));

            assertThat(interrupted).isTrue();
            assertThat(JsonLinesTraceStore.read(file)).hasSize(2);
        }
    }

    @Test
    void costs_nobody_a_reply_when_the_file_is_closed() {
        JsonLinesTraceStore store = JsonLinesTraceStore.open(file);
        store.close();

        store.append(trace("t-1", null, null));

        assertThat(JsonLinesTraceStore.read(file)).isEmpty();
    }

    @Test
    void refuses_a_folder_as_its_file() {
        assertThatThrownBy(() -> JsonLinesTraceStore.open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "trace file must be a file that can be written, but was " + folder + " — pick another path");
    }

    private void append(CognitiveTrace trace) {
        try (JsonLinesTraceStore store = JsonLinesTraceStore.open(file)) {
            store.append(trace);
        }
    }

    private static CognitiveTrace trace(String id, @Nullable ActivityId activity, @Nullable Double involvement) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("score", 0.75);
        evidence.put("rules", List.of("R1", "R2"));
        evidence.put("injection", false);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("route", "tutor");
        summary.put("intent", "exploracion");
        summary.put("level", 2);
        return new CognitiveTrace(
                id,
                Instant.parse("2026-03-02T10:00:00Z"),
                new CognitiveTrace.Who(
                        new StudentId("alumna-7"), new CourseId("algoritmos"), activity, new SessionId("s-1")),
                "¿Por qué\nburbuja? 🫧",
                "¿Qué comparás?",
                summary,
                List.of(
                        new CognitiveTrace.Step(
                                "gatekeeper", "tutor", "pregunta de concepto", evidence, Duration.ofNanos(1_234_567)),
                        new CognitiveTrace.Step("safety", "ok", "", Map.of(), Duration.ZERO)),
                involvement);
    }
}
