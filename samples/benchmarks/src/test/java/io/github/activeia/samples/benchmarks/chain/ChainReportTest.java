package io.github.activeia.samples.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.github.activeia.core.llm.LlmRestart;
import io.github.activeia.core.testing.BareClientFaults;
import io.github.activeia.core.testing.BareClientFaults.Outcome;
import io.github.activeia.core.testing.Fault;
import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.chain.LoadResult.Ending;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainReportTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Outcome HANGS =
            new Outcome("stalled", "OLLAMA", true, BareClientFaults.NOTHING, "Una ", Duration.ofSeconds(5));
    private static final Outcome LOSES = new Outcome("garbled", "OLLAMA", true, "completed STOP", "Una ", SOON);
    private static final Outcome FINE = new Outcome("none", "OLLAMA", true, "completed STOP", Fault.TEXT, SOON);
    private static final LoadResult.Threads THREADS = new LoadResult.Threads(10, 900, List.of());

    @Test
    void fails_every_floor_when_nothing_was_measured() {
        List<Check> checks = Floors.of(Results.none());

        assertThat(checks)
                .isNotEmpty()
                .noneMatch(Check::passed)
                .extracting(Check::measured)
                .containsOnly("not measured");
    }

    @Test
    void shows_where_a_bare_client_hangs_or_loses_text_and_what_the_chain_says() {
        Outcome idle = new Outcome("stalled", "OLLAMA", true, "idle_timeout", "Una ", Duration.ofMillis(2099));
        Outcome malformed = new Outcome("garbled", "OLLAMA", true, "malformed_answer", "Una ", SOON);

        String differences = new FaultTables(List.of(HANGS, LOSES, FINE), List.of(idle, malformed, FINE)).differences();

        assertThat(differences)
                .contains("| stalled | OLLAMA stream | no end within 5 s | idle_timeout |")
                .contains("| garbled | OLLAMA stream | completed STOP, part of the text | malformed_answer |")
                .doesNotContain("none");
    }

    @Test
    void fails_the_floor_when_the_chain_is_late() {
        Outcome late = new Outcome("silent", "OLLAMA", false, "timeout", "", Duration.ofMillis(2101));
        Results results = Results.none().bare(List.of(HANGS)).chained(List.of(late));

        String report = new ChainReport(
                        new Occasion(LocalDate.EPOCH, "bench chain", new Machine(List.of("2 cores"))), results)
                .markdown();

        assertThat(report)
                .contains("| every fault ends, chain | a completion or a typed error, each time | 1 of 1 | pass |")
                .contains("| every fault ends in time, chain | at most 2 s + 100 ms | 2101 ms at most | **fail** |");
    }

    @Test
    void tells_restarted_answers_from_joined_ones() {
        Tally tally = new Tally("uno", "dos");
        tally.add(read("uno", 0, "uno"));
        tally.add(read("un", 1, "dos"));
        tally.add(read("un", 0, "dos"));
        tally.add(new Reader(() -> {}));

        LoadResult load = tally.result(Duration.ofSeconds(1), 1, THREADS, 0);

        assertThat(load.count(Ending.FIRST)).isEqualTo(1);
        assertThat(load.count(Ending.RESTARTED)).isEqualTo(1);
        assertThat(load.count(Ending.WRONG)).isEqualTo(1);
        assertThat(load.count(Ending.HUNG)).isEqualTo(1);
    }

    private static Reader read(String first, int restarts, String answer) {
        Reader reader = new Reader(() -> {});
        give(reader, first);
        if (restarts > 0) {
            reader.onRestart(new LlmRestart("first", "idle_timeout"));
        }
        if (!reader.text().equals(answer)) {
            give(reader, answer);
        }
        reader.onCompleteResponse(
                ChatResponse.builder().aiMessage(AiMessage.from(answer)).build());
        return reader;
    }

    private static void give(Reader reader, String text) {
        reader.onPartialResponse(new PartialResponse(text), new PartialResponseContext(new Deaf()));
    }

    private static final class Deaf implements StreamingHandle {
        @Override
        public void cancel() {
            // Nobody speaks.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
