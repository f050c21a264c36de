package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A lexicon file: headings in square brackets, one entry per line below them, {@code #} starts a comment.
 *
 * @param name the file, for messages
 * @param lines the entries, in order
 */
record LexiconFile(String name, List<Line> lines) {

    /** One entry: its heading, its text and where it stands. */
    record Line(String heading, String text, int number) {}

    static LexiconFile load(String name) {
        try (InputStream stream = LexiconFile.class.getResourceAsStream(path(name))) {
            if (stream == null) {
                throw new ConfigurationException(
                        new Fault("lexicon", "be on the class path", name, "rebuild active-ia-agents"));
            }
            return read(name, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String name) {
        return name.indexOf('/') >= 0 ? name : "lexicon/" + name;
    }

    private static LexiconFile read(String name, BufferedReader reader) throws IOException {
        List<Line> lines = new ArrayList<>();
        String heading = "";
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String bare = line.strip();
            if (bare.startsWith("[") && bare.endsWith("]")) {
                heading = bare.substring(1, bare.length() - 1).strip();
            } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                lines.add(new Line(heading, bare, number));
            }
        }
        return new LexiconFile(name, List.copyOf(lines));
    }

    Fault fault(Line line, String rule) {
        return new Fault(name + ":" + line.number(), rule, "[" + line.text() + "]", "correct the line");
    }
}
