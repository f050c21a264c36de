package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.activeia.core.Secret;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProvider;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.llm.LlmSettings;
import io.github.activeia.core.llm.LlmUnavailableException;
import io.github.activeia.core.testing.BareClientFaults;
import io.github.activeia.core.testing.BareClientFaults.Outcome;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every fault against every provider, as a whole answer and as a stream: through the bare clients, and through a chain of one. */
final class FaultRun {
    /** How long a whole answer may take, for both. */
    static final Duration TOTAL = Duration.ofSeconds(2);

    /** When we stop waiting for what should have ended. */
    static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;
    private static final LlmSettings SETTINGS = LlmSettings.builder()
            .connectTimeout(STEP)
            .firstTokenTimeout(STEP)
            .idleTimeout(STEP)
            .localTimeout(TOTAL)
            .retries(0)
            .build();

    /** The providers, by the names of the bare clients. */
    private enum Door {
        OLLAMA {
            @Override
            LlmProvider provider(String url) {
                return LlmProvider.ollama("phi3", url);
            }
        },
        MISTRAL {
            @Override
            LlmProvider provider(String url) {
                return LlmProvider.mistral("mistral-small-latest", KEY, url + "/v1");
            }
        },
        GEMINI {
            @Override
            LlmProvider provider(String url) {
                return LlmProvider.gemini("gemini-2.5-flash", KEY, url + "/v1beta");
            }
        },
        OPEN_AI {
            @Override
            LlmProvider provider(String url) {
                return LlmProvider.openAiCompatible("openai", url + "/v1", "gpt-4o-mini", KEY);
            }
        };

        private static final Secret KEY = Secret.of("key-1");

        abstract LlmProvider provider(String url);
    }

    private FaultRun() {}

    static List<Outcome> bare() throws Exception {
        return BareClientFaults.run(GIVEN_UP, Fault.all());
    }

    /** Asks in the order of {@link #bare}; a few at once, so that they do not take each other's time. */
    static List<Outcome> chained() throws Exception {
        Map<String, Fault> faults = Fault.all();
        warmUp(faults.values().iterator().next());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            faults.forEach((name, fault) -> {
                for (Door door : Door.values()) {
                    running.add(threads.submit(() -> call(name, fault, door, false)));
                    running.add(threads.submit(() -> call(name, fault, door, true)));
                }
            });
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The first call of each client loads its classes, which may take seconds. */
    private static void warmUp(Fault health) throws Exception {
        for (Door door : Door.values()) {
            call("warm-up", health, door, false);
            call("warm-up", health, door, true);
        }
    }

    private static Outcome call(String name, Fault fault, Door door, boolean streamed) throws Exception {
        try (FakeLlmServer server = FakeLlmServer.start().always(fault.reply());
                LlmChain chain = LlmChain.builder()
                        .provider(door.provider(fault.url().apply(server)))
                        .settings(SETTINGS)
                        .build()) {
            return streamed ? stream(name, door, chain) : ask(name, door, chain);
        }
    }

    private static Outcome stream(String name, Door door, LlmChain chain) throws InterruptedException {
        Reader reader = new Reader(() -> {});
        chain.chat(Fault.question(), reader);
        boolean ended = reader.await(GIVEN_UP);
        String outcome = ended ? ending(reader.response(), reader.failure()) : BareClientFaults.NOTHING;
        Duration took = ended ? Duration.ofNanos(reader.took()) : GIVEN_UP;
        return new Outcome(name, door.name(), true, outcome, reader.text(), took);
    }

    private static Outcome ask(String name, Door door, LlmChain chain) throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> outcome = caller.submit(() -> {
                long start = System.nanoTime();
                try {
                    ChatResponse response = chain.chat(Fault.question());
                    return new Outcome(name, door.name(), false, ending(response, null), text(response), since(start));
                } catch (RuntimeException failure) {
                    return new Outcome(name, door.name(), false, ending(null, failure), "", since(start));
                }
            });
            return outcome.get(GIVEN_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            return new Outcome(name, door.name(), false, BareClientFaults.NOTHING, "", GIVEN_UP);
        } finally {
            caller.shutdownNow();
        }
    }

    /** Returns how it was completed, or the word for the failure; a failure without one is an error of the chain's. */
    private static String ending(@Nullable ChatResponse response, @Nullable Throwable failure) {
        if (response != null) {
            return "completed " + response.finishReason();
        }
        if (failure instanceof LlmUnavailableException typed) {
            return typed.attempts().stream().map(LlmResult.Attempt::ending).collect(Collectors.joining(", "));
        }
        return "untyped " + (failure == null ? "end" : failure.getClass().getSimpleName());
    }

    private static String text(ChatResponse response) {
        String text = response.aiMessage().text();
        return text == null ? "" : text;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
