package io.github.activeia.core.testing;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Measures what the clients of langchain4j make of each fault when nothing of ours is around them: without retries, with a timeout
 * of two seconds, and given up by us after five. {@code main} prints a table in Markdown.
 *
 * <pre>{@code
 * mvn -q -pl active-ia-core -am test-compile
 * mvn -q -pl active-ia-core dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp active-ia-core/target/test-classes:active-ia-core/target/classes:$(cat active-ia-core/target/classpath) \
 *     io.github.activeia.core.testing.BareClientFaults
 * }</pre>
 */
public final class BareClientFaults {
    /** The outcome of a call that was given up. */
    public static final String NOTHING = "**nothing**";

    private static final Duration GIVEN_UP = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;

    private final Duration givenUp;

    private BareClientFaults(Duration givenUp) {
        this.givenUp = givenUp;
    }

    /**
     * What became of one call.
     *
     * @param fault in words
     * @param client whose client it was
     * @param streamed whether the answer was asked for as a stream
     * @param outcome {@code completed} with the reason to finish, the class of the error, or {@link #NOTHING}
     * @param text what arrived of the text
     * @param took until the outcome
     */
    public record Outcome(String fault, String client, boolean streamed, String outcome, String text, Duration took) {
        /** One cell of the table. */
        String cell() {
            String got = text.equals(Fault.TEXT) ? "whole text" : text.isEmpty() ? "no text" : "part of the text";
            String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
            boolean tells = streamed || outcome.startsWith("completed");
            return outcome + (tells ? ", " + got : "") + ", " + seconds;
        }
    }

    /** Prints the table of all faults. */
    public static void main(String... args) throws Exception {
        System.out.println(table(run(GIVEN_UP, Fault.all())));
    }

    /** Runs every fault against every client, both ways; some at once, so times are good to a tenth of a second. */
    public static List<Outcome> run(Duration givenUp, Map<String, Fault> faults) throws Exception {
        BareClientFaults runner = new BareClientFaults(givenUp);
        runner.warmUp();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            faults.forEach((name, fault) -> {
                for (BareClient client : BareClient.values()) {
                    running.add(threads.submit(() -> runner.call(name, fault, client, false)));
                    running.add(threads.submit(() -> runner.call(name, fault, client, true)));
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

    /** A table with a row for each fault, and two columns for each client. */
    static String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder("| fault |");
        StringBuilder line = new StringBuilder("| --- |");
        for (BareClient client : BareClient.values()) {
            table.append(' ').append(client).append(" sync | ").append(client).append(" stream |");
            line.append(" --- | --- |");
        }
        table.append('\n').append(line);
        String fault = "";
        for (Outcome outcome : outcomes) {
            if (!outcome.fault().equals(fault)) {
                fault = outcome.fault();
                table.append("\n| ").append(fault).append(" |");
            }
            table.append(' ').append(outcome.cell()).append(" |");
        }
        return table.append('\n').toString();
    }

    /** The first call of each client loads its classes, which may take seconds. */
    private void warmUp() throws Exception {
        Fault health = Fault.all().values().iterator().next();
        for (BareClient client : BareClient.values()) {
            call("warm-up", health, client, false);
            call("warm-up", health, client, true);
        }
    }

    private Outcome call(String name, Fault fault, BareClient client, boolean streamed) throws Exception {
        try (FakeLlmServer server = FakeLlmServer.start().always(fault.reply())) {
            String url = fault.url().apply(server);
            StreamedAnswer answer = new StreamedAnswer();
            long start = System.nanoTime();
            String outcome = streamed ? stream(client, url, answer) : ask(client, url, answer);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome(name, client.name(), streamed, outcome, String.join("", answer.pieces()), took);
        }
    }

    private String stream(BareClient client, String url, StreamedAnswer answer) throws Exception {
        try {
            client.streaming(url).chat(Fault.question(), answer);
        } catch (RuntimeException e) {
            return "thrown " + named(e);
        }
        return ending(answer.end);
    }

    private String ask(BareClient client, String url, StreamedAnswer answer) throws Exception {
        CompletableFuture<ChatResponse> end = answer.end;
        Thread thread = new Thread(() -> {
            try {
                ChatResponse response = client.sync(url).chat(Fault.question());
                answer.text(response.aiMessage().text());
                end.complete(response);
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        String ending = ending(end);
        thread.interrupt();
        return ending;
    }

    private String ending(CompletableFuture<ChatResponse> end) throws InterruptedException {
        try {
            ChatResponse response = end.get(givenUp.toMillis(), TimeUnit.MILLISECONDS);
            return "completed " + response.finishReason();
        } catch (ExecutionException e) {
            return named(e.getCause());
        } catch (TimeoutException e) {
            return NOTHING;
        }
    }

    private static String named(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = error.getClass().getSimpleName();
        return root == error ? name : name + " ← " + root.getClass().getSimpleName();
    }
}
