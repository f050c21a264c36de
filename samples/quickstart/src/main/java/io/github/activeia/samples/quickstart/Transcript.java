package io.github.activeia.samples.quickstart;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Reply;
import io.github.activeia.core.trace.CognitiveTrace;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a conversation and what the agents decided, for people at a terminal. */
public final class Transcript {
    private static final int WIDTH = 100;

    private final PrintWriter out;

    /** Creates a transcript that prints to a writer. */
    public Transcript(PrintWriter out) {
        this.out = out;
    }

    void scene(int number, String title) {
        String head = "── " + number + ". " + title + " ";
        out.println();
        out.println(head + "─".repeat(Math.max(0, WIDTH - head.length())));
    }

    void student(String student, @Nullable String activity, String text) {
        out.println();
        out.println(student + (activity == null ? "" : " (" + activity + ")") + ": " + text);
        out.println();
    }

    void attempt(String student, String outcome, HelpLevel level) {
        out.println("  · " + student + "'s own attempt: " + outcome + " → help level " + level.number());
    }

    /** Prints a reply, and below it the decisions, the citations' places and the measured times. */
    public void reply(Reply reply, @Nullable CognitiveTrace trace) {
        reply.text().lines().forEach(line -> out.println(wrap("    ", line)));
        out.println();
        out.println("  " + decision(reply));
        if (trace != null) {
            out.println("  " + confidence(trace));
        }
        out.println("  " + timings(reply));
    }

    /** What does not apply to a reply, such as the level of one that was blocked, is left out. */
    private static String decision(Reply reply) {
        HelpLevel level = reply.helpLevel();
        String model = reply.work().model();
        return Stream.of(
                        part("route", reply.route()),
                        part("outcome", reply.outcome()),
                        part("intent", reply.intent()),
                        part("risk", reply.decision().risk()),
                        part("level", level == null ? null : level.number()),
                        part("mode", reply.decision().mode()),
                        model == null ? "no model" : "model " + model)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : name + " " + value;
    }

    private static String confidence(CognitiveTrace trace) {
        String steps = trace.steps().stream()
                .flatMap(step -> step.evidence().entrySet().stream()
                        .filter(e ->
                                e.getKey().equals("confidence") || e.getKey().equals("probability"))
                        .map(e -> step.agent() + " " + e.getKey() + " " + number(e.getValue())))
                .collect(Collectors.joining(" · "));
        return steps.isEmpty() ? "no confidence was measured" : steps;
    }

    private static String number(Object value) {
        return value instanceof Double d ? String.format(Locale.ROOT, "%.2f", d) : CodeWords.of(value.toString());
    }

    private static String timings(Reply reply) {
        return reply.work().steps().stream()
                .map(step -> step.name() + " " + millis(step.duration()))
                .collect(Collectors.joining(
                        " · ", "", " · total " + millis(reply.work().total())));
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    private static String wrap(String indent, String line) {
        StringBuilder wrapped = new StringBuilder(indent);
        int column = indent.length();
        for (String word : line.split(" ", -1)) {
            if (column + word.length() > WIDTH && column > indent.length()) {
                wrapped.append('\n').append(indent);
                column = indent.length();
            }
            wrapped.append(column > indent.length() ? " " : "").append(word);
            column += word.length() + 1;
        }
        return wrapped.toString();
    }
}
