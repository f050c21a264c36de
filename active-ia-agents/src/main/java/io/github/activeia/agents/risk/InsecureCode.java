package io.github.activeia.agents.risk;

import io.github.activeia.core.privacy.CodeSpans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds insecure patterns in the code of a text, line by line: in fenced blocks and in lines that plainly are code. A comment, and code
 * between backticks within a sentence, speak about code and do not count. Time is linear in the text. Thread-safe.
 */
final class InsecureCode {
    private static final String PATH = "/io/github/activeia/agents/risk/insecure-code.txt";
    private static final int LONGEST_LINE = 400;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|/\\*|\\*|--|<!--).*");

    private final List<Rule> rules;

    private InsecureCode(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(String id, double weight, Pattern pattern) {}

    /**
     * What was found in a text.
     *
     * @param lines how many lines of code it has
     * @param rules the ids of the rules that fired, with their weights
     */
    record Findings(int lines, Map<String, Double> rules) {}

    static InsecureCode load() {
        InputStream in = Objects.requireNonNull(InsecureCode.class.getResourceAsStream(PATH), PATH);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new InsecureCode(parse(reader.lines().toList()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Rule> parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        String id = "";
        double weight = 0;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int blank = line.indexOf(' ');
            boolean heading = line.startsWith("[") && line.endsWith("]") && blank > 0;
            if (heading) {
                id = line.substring(1, blank);
                weight = Double.parseDouble(line.substring(blank + 1, line.length() - 1));
            } else {
                rules.add(new Rule(id, weight, Pattern.compile(line, FLAGS)));
            }
        }
        return List.copyOf(rules);
    }

    Findings in(String text) {
        List<String> code = code(text);
        Map<String, Double> found = new TreeMap<>();
        for (Rule rule : rules) {
            if (code.stream().anyMatch(line -> rule.pattern().matcher(line).find())) {
                found.put(rule.id(), rule.weight());
            }
        }
        return new Findings(code.size(), found);
    }

    private static List<String> code(String text) {
        CodeSpans spans = CodeSpans.of(text);
        List<String> code = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            int first = start + line.length() - line.stripLeading().length();
            boolean sentence = line.contains("`");
            if (!line.isBlank()
                    && !sentence
                    && spans.covers(first)
                    && !COMMENT.matcher(line).matches()) {
                code.add(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            }
            start += line.length() + 1;
        }
        return code;
    }
}
