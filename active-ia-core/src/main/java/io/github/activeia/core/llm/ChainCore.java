package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.activeia.core.DataPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What all views of one chain share. Thread-safe. */
final class ChainCore implements AutoCloseable {
    private final List<ChainLink> links;
    private final LlmSettings settings;
    private final Retries retries;
    private final DataPolicy dataPolicy;
    private final Accounting accounting;
    private final ChainThreads threads;
    private final Set<StreamRun> streams;

    /** What became of a question. */
    record Answer(@Nullable ChainLink link, @Nullable ChatResponse response, List<LlmResult.Attempt> attempts) {}

    ChainCore(
            List<ChainLink> links,
            LlmSettings settings,
            Retries retries,
            DataPolicy dataPolicy,
            Accounting accounting,
            ChainThreads threads) {
        this.links = List.copyOf(links);
        this.settings = settings;
        this.retries = retries;
        this.dataPolicy = dataPolicy;
        this.accounting = accounting;
        this.threads = threads;
        this.streams = ConcurrentHashMap.newKeySet();
    }

    private ChainCore(ChainCore whole, List<ChainLink> links) {
        this.links = List.copyOf(links);
        this.settings = whole.settings;
        this.retries = whole.retries;
        this.dataPolicy = whole.dataPolicy;
        this.accounting = whole.accounting;
        this.threads = whole.threads;
        this.streams = whole.streams;
    }

    /** Returns the same chain without its cloud providers; closing either closes both. */
    ChainCore local() {
        return new ChainCore(
                this,
                links.stream()
                        .filter(link -> link.provider().handling().place() == DataHandling.Place.LOCAL)
                        .toList());
    }

    List<ChainLink> links() {
        return links;
    }

    LlmSettings settings() {
        return settings;
    }

    Retries retries() {
        return retries;
    }

    DataPolicy dataPolicy() {
        return dataPolicy;
    }

    Accounting accounting() {
        return accounting;
    }

    ChainThreads threads() {
        return threads;
    }

    /** Asks until one answers. */
    Answer ask(ChatRequest request, LlmContext context) {
        Turns turns = new Turns(this, context, request);
        Optional<ChainLink> link = turns.next();
        while (link.isPresent()) {
            ChainLink.Try tried = link.get().ask(request, turns.left());
            turns.note(link.get(), tried);
            if (tried.response() != null) {
                return new Answer(link.get(), tried.response(), turns.attempts());
            }
            pause(turns.again(link.get(), tried.failure()));
            link = turns.next();
        }
        return new Answer(null, null, turns.attempts());
    }

    /** Asks until one has streamed its answer; returns at once. */
    StreamRun stream(ChatRequest request, LlmContext context, StreamingChatResponseHandler reader) {
        StreamRun run = new StreamRun(this, request, context, reader);
        streams.add(run);
        try {
            threads.calls().execute(run::next);
        } catch (RejectedExecutionException full) {
            run.abort();
        }
        return run;
    }

    void ended(StreamRun run) {
        streams.remove(run);
    }

    @Override
    public void close() {
        streams.forEach(StreamRun::abort);
        threads.close();
    }

    private static void pause(Optional<Duration> wait) {
        try {
            // Rounded up: a provider that is asked a moment too early still rests.
            Thread.sleep(wait.orElse(Duration.ZERO).plusNanos(999_999).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
