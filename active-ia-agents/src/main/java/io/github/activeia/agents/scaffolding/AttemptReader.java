package io.github.activeia.agents.scaffolding;

import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads in a message whether an attempt of the student's own failed, or the student got ahead. Only messages that show own work
 * count as attempts: saying "no anda" again is insisting. Who asks whether it is right has not got ahead yet. Thread-safe.
 */
public final class AttemptReader {
    private static final String PATH = "/io/github/activeia/agents/lexica/attempts.txt";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> failures;
    private final List<String> progress;
    private final List<String> reasoning;
    private final List<String> judgement;

    private AttemptReader(List<String> lines) {
        failures = section(lines, "failure");
        progress = section(lines, "progress");
        reasoning = section(lines, "reasoning");
        judgement = section(lines, "judgement");
    }

    /** Returns the reader for Spanish and English. */
    public static AttemptReader load() {
        InputStream in = Objects.requireNonNull(AttemptReader.class.getResourceAsStream(PATH), PATH);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new AttemptReader(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a sanitised message.
     *
     * @param message the message
     * @param ownWork whether the gatekeeper found work of the student's own in it
     * @param state what the gatekeeper thinks the student is doing
     */
    public Happening read(String message, boolean ownWork, CognitiveState state) {
        String folded = " " + fold(message) + " ";
        if (failures.stream().anyMatch(folded::contains)) {
            return ownWork ? Happening.FAILED_ATTEMPT : Happening.NEITHER;
        }
        boolean ahead =
                progress.stream().anyMatch(phrase -> folded.contains(phrase) && !folded.contains(" no" + phrase))
                        || state == CognitiveState.PROGRESSING
                        || state == CognitiveState.REFLECTION;
        boolean explained = ownWork && reasoning.stream().anyMatch(folded::contains);
        boolean asks = message.indexOf('?') >= 0 && judgement.stream().anyMatch(folded::contains);
        return (ahead || explained) && !asks ? Happening.PROGRESS : Happening.NEITHER;
    }

    /**
     * Returns whether a sanitised message says that something does not work. That tells what it is about; it is no attempt, and
     * raises no level, unless it shows work.
     */
    public boolean speaksOfFailure(String message) {
        String folded = " " + fold(message) + " ";
        return failures.stream().anyMatch(folded::contains);
    }

    private static List<String> section(List<String> lines, String name) {
        int start = lines.indexOf("[" + name + "]") + 1;
        return lines.subList(start, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("["))
                .filter(line -> !line.isBlank())
                .map(line -> " " + fold(line) + " ")
                .toList();
    }

    private static String fold(String text) {
        return BETWEEN_WORDS.matcher(PlainText.fold(text)).replaceAll(" ").strip();
    }
}
