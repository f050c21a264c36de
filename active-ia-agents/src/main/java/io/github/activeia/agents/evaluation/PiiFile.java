package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads labelled messages, and reports every line that cannot be read. Not thread-safe. */
final class PiiFile {
    /** The kinds of the MEDDOCAN corpus (Marimon et al., 2019) that have one of ours; ids of hospitals and doctors are one kind. */
    private static final Map<String, String> MEDDOCAN = Map.ofEntries(
            Map.entry("NOMBRE_SUJETO_ASISTENCIA", "NAME"),
            Map.entry("NOMBRE_PERSONAL_SANITARIO", "NAME"),
            Map.entry("CORREO_ELECTRONICO", "EMAIL"),
            Map.entry("NUMERO_TELEFONO", "PHONE"),
            Map.entry("NUMERO_FAX", "PHONE"),
            Map.entry("CALLE", "ADDRESS"),
            Map.entry("ID_SUJETO_ASISTENCIA", "ID"),
            Map.entry("ID_ASEGURAMIENTO", "ID"),
            Map.entry("ID_TITULACION_PERSONAL_SANITARIO", "ID"),
            Map.entry("ID_CONTACTO_ASISTENCIAL", "ID"));

    private final JsonLines lines;

    private PiiFile(Path path) {
        lines = JsonLines.of(path);
    }

    /** One message: what is personal in it by kind, and what is not and must stay. */
    record Message(String id, String text, String half, List<PiiFinder.Found> labels, List<String> harmless) {
        Message {
            labels = List.copyOf(labels);
            harmless = List.copyOf(harmless);
        }
    }

    /** Reads lines with {@code id, text, pii:[{kind,text}], harmless, half}. */
    static List<Message> read(Path path) {
        PiiFile file = new PiiFile(path);
        List<Message> messages = new ArrayList<>();
        for (JsonNode row : file.rows("pii")) {
            List<String> harmless = new ArrayList<>();
            row.path("harmless").forEach(h -> harmless.add(h.asText()));
            messages.add(new Message(
                    row.path("id").asText(),
                    row.path("text").asText(),
                    row.path("half").asText(""),
                    file.located(row),
                    harmless));
        }
        file.lines.throwIfAny();
        return messages;
    }

    /** Reads the lines of the MEDDOCAN corpus, {@code id, text, spans:[{type,start,end}]}; kinds that we have none for are left out. */
    static List<Message> readMeddocan(Path path) {
        PiiFile file = new PiiFile(path);
        List<Message> messages = new ArrayList<>();
        for (JsonNode row : file.rows("spans")) {
            List<PiiFinder.Found> labels = new ArrayList<>();
            for (JsonNode span : row.path("spans")) {
                String kind = MEDDOCAN.get(span.path("type").asText());
                if (kind != null) {
                    labels.add(new PiiFinder.Found(
                            kind, span.path("start").asInt(), span.path("end").asInt()));
                }
            }
            messages.add(new Message(row.path("id").asText(), row.path("text").asText(), "", labels, List.of()));
        }
        file.lines.throwIfAny();
        return messages;
    }

    private List<JsonNode> rows(String list) {
        List<JsonNode> rows = new ArrayList<>();
        lines.forEach((row, number) -> {
            if (row.path("text").isTextual() && row.path(list).isArray()) {
                rows.add(row);
            } else {
                lines.fault(":" + number, "have text and a list " + list, "without");
            }
        });
        return rows;
    }

    /** A label says what, not where: the n-th equal label is the n-th place. */
    private List<PiiFinder.Found> located(JsonNode row) {
        String text = row.path("text").asText();
        List<PiiFinder.Found> labels = new ArrayList<>();
        for (JsonNode label : row.path("pii")) {
            String words = label.path("text").asText();
            int at = text.indexOf(words);
            while (at >= 0 && isTaken(labels, at, words.length())) {
                at = text.indexOf(words, at + 1);
            }
            if (at < 0 || words.isEmpty()) {
                lines.fault(" " + row.path("id").asText(), "have the labelled words in its text", "without them");
            } else {
                labels.add(new PiiFinder.Found(label.path("kind").asText(), at, at + words.length()));
            }
        }
        return labels;
    }

    private static boolean isTaken(List<PiiFinder.Found> labels, int at, int length) {
        return labels.stream().anyMatch(l -> l.overlaps(at, at + length));
    }
}
