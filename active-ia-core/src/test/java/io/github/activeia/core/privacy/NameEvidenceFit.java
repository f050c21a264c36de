package io.github.activeia.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fits the weights of {@link NameEvidence}: a logistic regression over the names that may stand in the tune half of labelled messages. Run
 * it from the root of the project, with the file to write and the files to read, and after every change of the lists of words.
 */
final class NameEvidenceFit {
    private static final int FEWEST_FAMILIES = 4;
    private static final int ROUNDS = 3000;
    private static final double PENALTY = 3.3;
    private static final double RATE = 0.004;
    private static final double SMALLEST = 0.005;
    private static final String BIAS = "bias";

    private final PiiWords words = PiiWords.load();
    private final NameRun run = new NameRun(words);
    private final NameWords announced = new NameWords(words);
    private final NameRecogniser cues = new NameRecogniser(words, run, List.of());
    private final NameEvidence evidence = new NameEvidence(words, Map.of());
    private final List<Row> rows = new ArrayList<>();

    private NameEvidenceFit() {}

    private record Row(String family, boolean name, List<String> features) {}

    public static void main(String[] args) throws IOException {
        NameEvidenceFit fit = new NameEvidenceFit();
        for (int i = 1; i < args.length; i++) {
            fit.read(Path.of(args[i]));
        }
        Files.writeString(Path.of(args[0]), fit.weights());
    }

    private void read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            if (row.path("half").asText().equals("tune")) {
                add(row);
            }
        }
    }

    /** Messages without labels hold no names but those that wording announces. */
    private void add(JsonNode row) {
        String text = row.path("text").asText();
        Source source = new Source(text, words);
        List<Span> announcements = new ArrayList<>(cues.announced(source).found());
        List<Span> labels = labels(row, text);
        CodeSpans marked = CodeSpans.marked(text);
        NameScan scan = new NameScan(source, run, announced);
        for (int i = 0; i < source.size(); i++) {
            int end = evidence.candidate(scan, i);
            if (end > i) {
                Span here = run.span(source, i, end);
                boolean named = labels.stream().anyMatch(l -> l.kind() == PiiKind.NAME && touch(l, here));
                boolean other = labels.stream().anyMatch(l -> l.kind() != PiiKind.NAME && touch(l, here));
                boolean unlabelled = !row.has("pii") && announcements.stream().anyMatch(l -> touch(l, here));
                scan.found().clear();
                announcements.stream().filter(l -> !touch(l, here)).forEach(scan.found()::add);
                if (!other && !unlabelled && !marked.touches(here.start(), here.end())) {
                    rows.add(new Row(row.path("family").asText(), named, evidence.featuresOf(scan, i, end)));
                }
            }
            i = Math.max(i, end - 1);
        }
    }

    private static boolean touch(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static List<Span> labels(JsonNode row, String text) {
        List<Span> labels = new ArrayList<>();
        for (JsonNode label : row.path("pii")) {
            String value = label.path("text").asText();
            int from = text.indexOf(value);
            while (from >= 0 && isTaken(labels, from, from + value.length())) {
                from = text.indexOf(value, from + 1);
            }
            if (from >= 0) {
                labels.add(new Span(PiiKind.valueOf(label.path("kind").asText()), from, from + value.length()));
            }
        }
        return labels;
    }

    private static boolean isTaken(List<Span> labels, int from, int end) {
        return labels.stream().anyMatch(l -> l.start() < end && from < l.end());
    }

    /** Steps down the slope of the whole set, so that the order of the messages does not matter. */
    private String weights() {
        Set<String> known = known();
        Map<String, Integer> numbers = new TreeMap<>();
        known.forEach(k -> numbers.put(k, 0));
        int next = 1;
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        int[][] rowsOf = rows.stream()
                .map(r -> r.features().stream()
                        .distinct()
                        .filter(numbers::containsKey)
                        .mapToInt(numbers::get)
                        .toArray())
                .toArray(int[][]::new);
        double[] weights = new double[next];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[next];
            for (int i = 0; i < rowsOf.length; i++) {
                double sum = weights[0];
                for (int feature : rowsOf[i]) {
                    sum += weights[feature];
                }
                double error = 1 / (1 + StrictMath.exp(-sum)) - (rows.get(i).name() ? 1 : 0);
                slope[0] += error;
                for (int feature : rowsOf[i]) {
                    slope[feature] += error;
                }
            }
            for (int i = 0; i < next; i++) {
                weights[i] -= RATE * (slope[i] + (i == 0 ? 0 : PENALTY * weights[i]));
            }
        }
        return written(numbers, weights);
    }

    private Set<String> known() {
        Map<String, Set<String>> families = new HashMap<>();
        for (Row row : rows) {
            row.features().forEach(f -> families.computeIfAbsent(f, k -> new HashSet<>())
                    .add(row.family()));
        }
        return families.entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST_FAMILIES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String written(Map<String, Integer> numbers, double[] weights) {
        StringBuilder text =
                new StringBuilder("# Logits of the evidence that a name is personal, fitted by NameEvidenceFit.\n");
        text.append(String.format(Locale.ROOT, "%.2f\t%s%n", weights[0], BIAS));
        numbers.forEach((feature, number) -> {
            if (Math.abs(weights[number]) >= SMALLEST) {
                text.append(String.format(Locale.ROOT, "%.2f\t%s%n", weights[number], feature));
            }
        });
        return text.toString();
    }
}
