package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.activeia.core.llm.LlmUnavailableException;
import io.github.activeia.samples.benchmarks.LatencySummary;
import io.github.activeia.samples.benchmarks.chain.LoadResult.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts how streams ended. Not thread-safe. */
final class Tally {
    private final String one;
    private final String two;
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private final Map<String, Integer> errors = new TreeMap<>();
    private final List<Long> firsts = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    /** Takes the answers of the two providers. */
    Tally(String one, String two) {
        this.one = one;
        this.two = two;
    }

    void add(Reader reader) {
        Ending ending = ending(reader);
        endings.merge(ending, 1, Integer::sum);
        if (reader.first() > 0) {
            firsts.add(reader.first());
        }
        if (reader.response() != null) {
            ends.add(reader.took());
        }
        Throwable failure = reader.failure();
        if (failure != null) {
            errors.merge(words(failure), 1, Integer::sum);
        }
    }

    LoadResult result(Duration kept, int flaps, LoadResult.Threads threads, long mostHeap) {
        return new LoadResult(kept, flaps, endings, errors, sum(firsts, kept), sum(ends, kept), threads, mostHeap);
    }

    private Ending ending(Reader reader) {
        ChatResponse response = reader.response();
        if (response == null && reader.failure() == null) {
            return Ending.HUNG;
        }
        if (!reader.endedOnce()) {
            return Ending.WRONG;
        }
        if (response == null) {
            return reader.failure() instanceof LlmUnavailableException ? Ending.ERROR : Ending.WRONG;
        }
        String text = reader.text();
        if (!text.equals(response.aiMessage().text()) || (!text.equals(one) && !text.equals(two))) {
            return Ending.WRONG;
        }
        if (reader.restarts() > 0) {
            return Ending.RESTARTED;
        }
        return text.equals(one) ? Ending.FIRST : Ending.SECOND;
    }

    private static String words(Throwable failure) {
        return failure instanceof LlmUnavailableException typed
                ? typed.attempts().stream()
                        .map(attempt -> attempt.provider() + " " + attempt.ending())
                        .collect(Collectors.joining(", "))
                : failure.getClass().getSimpleName();
    }

    private static @Nullable LatencySummary sum(List<Long> nanos, Duration elapsed) {
        return nanos.isEmpty()
                ? null
                : LatencySummary.of(nanos.stream().mapToLong(Long::longValue).toArray(), elapsed);
    }
}
