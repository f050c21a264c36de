package io.github.activeia.rag.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passages, questions, and which passage answers which question, in the form of the BEIR benchmark.
 *
 * @param passages what is searched
 * @param questions what is asked; those without a relevant passage are left out
 */
public record BeirDataset(List<Passage> passages, List<Question> questions) {
    /** Copies the lists. */
    public BeirDataset {
        passages = List.copyOf(passages);
        questions = List.copyOf(questions);
    }

    /**
     * A passage.
     *
     * @param id unique in the dataset
     * @param title searched together with the text; may be empty
     * @param text the text
     */
    public record Passage(String id, String title, String text) {}

    /**
     * A question.
     *
     * @param id unique in the dataset
     * @param text the text
     * @param type a group to report on its own, or null
     * @param relevance the grade of each passage that answers it, more than 0
     */
    public record Question(String id, String text, @Nullable String type, Map<String, Integer> relevance) {
        /** Copies the map. */
        public Question {
            relevance = Map.copyOf(relevance);
        }
    }

    /**
     * Loads {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv}.
     *
     * @throws ConfigurationException if a file is missing or a line of it cannot be read
     */
    public static BeirDataset load(Path directory) {
        Map<String, Map<String, Integer>> relevance = relevance(directory.resolve("qrels.tsv"));
        List<Passage> passages = records(directory.resolve("corpus.jsonl")).stream()
                .map(r -> new Passage(
                        id(r), r.path("title").asText(), r.path("text").asText()))
                .toList();
        List<Question> questions = records(directory.resolve("queries.jsonl")).stream()
                .filter(r -> relevance.containsKey(id(r)))
                .map(r -> new Question(
                        id(r),
                        r.path("text").asText(),
                        r.path("type").textValue(),
                        relevance.getOrDefault(id(r), Map.of())))
                .toList();
        return new BeirDataset(passages, questions);
    }

    /** Returns the same dataset with the text of each question changed, in order. */
    public BeirDataset withNoise(UnaryOperator<String> noise) {
        return new BeirDataset(
                passages,
                questions.stream()
                        .map(q -> new Question(q.id(), noise.apply(q.text()), q.type(), q.relevance()))
                        .toList());
    }

    /**
     * Returns every passage with half of the questions, chosen by their ids, so that the halves never change.
     *
     * @param half which of the two
     */
    public BeirDataset half(Half half) {
        return new BeirDataset(
                passages, questions.stream().filter(q -> half.has(q.id())).toList());
    }

    /** One of two halves of the questions. */
    public enum Half {
        /** To choose settings with. */
        TUNE,
        /** To report on. */
        REPORT;

        boolean has(String id) {
            boolean even = (Integer.toBinaryString(mix(id.hashCode()))
                                    .chars()
                                    .filter(c -> c == '1')
                                    .count()
                            & 1)
                    == 0;
            return even == (this == TUNE);
        }

        private static int mix(int hash) {
            return hash * 0x9E3779B9;
        }
    }

    private static String id(JsonNode node) {
        return node.has("_id") ? node.path("_id").asText() : node.path("id").asText();
    }

    private static List<JsonNode> records(Path file) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> records = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            try {
                if (!line.isBlank()) {
                    records.add(json.readTree(line));
                }
            } catch (IOException e) {
                throw unreadable(file, "line " + number + " is not JSON");
            }
        }
        return records;
    }

    private static Map<String, Map<String, Integer>> relevance(Path file) {
        Map<String, Map<String, Integer>> relevance = new HashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] columns = line.strip().split("\t", -1);
            if (columns.length == 3 && columns[2].matches("\\d{1,6}")) {
                int grade = Integer.parseInt(columns[2]);
                if (grade > 0) {
                    relevance.computeIfAbsent(columns[0], q -> new HashMap<>()).put(columns[1], grade);
                }
            } else if (number > 1 && !line.isBlank()) {
                throw unreadable(file, "line " + number + " has not query-id, corpus-id and score");
            }
        }
        return relevance;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName());
        }
    }

    private static ConfigurationException unreadable(Path file, String problem) {
        return new ConfigurationException(new Fault(
                file.getFileName().toString(),
                "be a readable file in BEIR's form",
                problem,
                "see the documentation of rag.evaluation for the three files"));
    }
}
