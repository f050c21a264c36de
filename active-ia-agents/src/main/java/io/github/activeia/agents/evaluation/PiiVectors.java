package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.privacy.PiiRedactor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides published examples: the IBANs of the SWIFT registry, each also with one digit changed, and telephone numbers of many regions in
 * several formats, valid and not. Each stands in a short sentence that says what it is.
 */
public final class PiiVectors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IBANS = "iban_registry_v99.txt";
    private static final String PHONES = "phone_vectors.jsonl";

    private final Function<String, PiiFinder> finders;
    private final List<Wrong> wrong = new ArrayList<>();
    private int decided;

    private PiiVectors(Function<String, PiiFinder> finders) {
        this.finders = finders;
    }

    /**
     * One vector that was decided wrongly.
     *
     * @param value the number
     * @param region its country or region
     * @param valid whether it should have been found
     */
    public record Wrong(String value, String region, boolean valid) {}

    /**
     * The outcome.
     *
     * @param decided how many vectors there were
     * @param wrong those that were decided wrongly
     */
    public record Outcome(int decided, List<Wrong> wrong) {
        /** Copies the list. */
        public Outcome {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Decides every vector with redactors that know the vector's region.
     *
     * @param directory with {@code iban_registry_v99.txt}, {@code phone_vectors.jsonl} or both
     * @throws ConfigurationException if neither can be read
     */
    public static Outcome decide(Path directory) {
        Map<String, PiiFinder> known = new HashMap<>();
        return decide(directory, region -> known.computeIfAbsent(region, PiiVectors::redactor));
    }

    /** Decides every vector with what a region gets. */
    public static Outcome decide(Path directory, Function<String, PiiFinder> finders) {
        PiiVectors vectors = new PiiVectors(finders);
        boolean any = false;
        try {
            if (Files.exists(directory.resolve(IBANS))) {
                vectors.decideIbans(Files.readAllLines(directory.resolve(IBANS), Charset.forName("windows-1252")));
                any = true;
            }
            if (Files.exists(directory.resolve(PHONES))) {
                vectors.decidePhones(Files.readAllLines(directory.resolve(PHONES), StandardCharsets.UTF_8));
                any = true;
            }
        } catch (IOException unreadable) {
            any = false;
        }
        if (!any) {
            throw new ConfigurationException(
                    new Fault("vectors", "hold " + IBANS + " or " + PHONES, "a folder without", "check the path"));
        }
        return new Outcome(vectors.decided, vectors.wrong);
    }

    private static PiiFinder redactor(String region) {
        return PiiFinder.of(PiiRedactor.builder().regions(List.of(region)).build());
    }

    private void decideIbans(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("IBAN electronic format example") || line.startsWith("IBAN print format example")) {
                for (String cell : line.split("\t", -1)) {
                    String example = cell.replace("\"", "").strip();
                    if (example.length() > 10 && Character.isDigit(example.charAt(2))) {
                        decideIban(example);
                    }
                }
            }
        }
    }

    private void decideIban(String example) {
        String country = example.substring(0, 2);
        decide("Mi cuenta es ", example, new Expected("IBAN", country, true), "AR");
        for (int i = 2; i < example.length(); i++) {
            char digit = example.charAt(i);
            if (digit >= '0' && digit <= '9') {
                char other = (char) ('0' + (digit - '0' + 1) % 10);
                String changed = example.substring(0, i) + other + example.substring(i + 1);
                decide("Mi cuenta es ", changed, new Expected("IBAN", country, false), "AR");
            }
        }
    }

    private void decidePhones(List<String> lines) throws IOException {
        for (String line : lines) {
            if (!line.isBlank()) {
                JsonNode row = JSON.readTree(line);
                String region = row.path("region").asText();
                boolean valid = row.path("valid").asBoolean();
                decide("Mi teléfono es ", row.path("value").asText(), new Expected("PHONE", region, valid), region);
            }
        }
    }

    private record Expected(String kind, String region, boolean valid) {}

    private void decide(String before, String value, Expected expected, String region) {
        decided++;
        String text = before + value + ", gracias";
        PiiFinder.Found whole = new PiiFinder.Found(expected.kind(), before.length(), before.length() + value.length());
        List<PiiFinder.Found> found = finders.apply(region).find(text);
        boolean right = expected.valid()
                ? Set.copyOf(found).equals(Set.of(whole))
                : found.stream().noneMatch(f -> f.kind().equals(expected.kind()));
        if (!right) {
            wrong.add(new Wrong(value, expected.region(), expected.valid()));
        }
    }
}
