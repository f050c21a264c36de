package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.activeia.agents.evaluation.LabelledMessage.Answer;
import io.github.activeia.agents.evaluation.LabelledMessage.Labels;
import io.github.activeia.agents.evaluation.LabelledMessage.Turn;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a labelled file leniently, and reports every line that cannot be read. Not thread-safe. */
final class LabelledFile {
    private static final Map<CognitiveIntent, List<String>> INTENT_STEMS = Map.of(
            CognitiveIntent.HELP, List.of("help", "ayud"),
            CognitiveIntent.SOLUTION, List.of("solu", "deleg"),
            CognitiveIntent.VALIDATE, List.of("valid", "check"),
            CognitiveIntent.FRUSTRATION, List.of("frust"),
            CognitiveIntent.EXPLORATION, List.of("explor"));
    private static final Map<String, List<String>> KIND_STEMS = Map.ofEntries(
            Map.entry("EMAIL", List.of("email", "mail", "correo")),
            Map.entry("PHONE", List.of("phone", "tel", "cel", "movil", "mobile", "whatsapp")),
            Map.entry("DNI", List.of("dni", "documento", "nationalid", "cedula")),
            Map.entry("RUT", List.of("rut", "run")),
            Map.entry("CURP", List.of("curp")),
            Map.entry("CPF", List.of("cpf")),
            Map.entry("IP", List.of("ip", "ipaddress", "ipv4", "ipv6", "direccionip")),
            Map.entry("URL", List.of("url", "link", "enlace", "uri")),
            Map.entry("CUIL", List.of("cuil", "cuit")),
            Map.entry("NIF", List.of("nif", "nie")),
            Map.entry("CBU", List.of("cbu", "cvu")),
            Map.entry("IBAN", List.of("iban")),
            Map.entry("CARD", List.of("card", "tarjeta", "creditcard", "pan")),
            Map.entry("LEGAJO", List.of("legajo", "studentid", "padron", "matricula")),
            Map.entry("NAME", List.of("name", "nombre", "person", "persona", "apellido")),
            Map.entry("ADDRESS", List.of("address", "direccion", "domicilio", "location")));
    private static final Set<String> YES = Set.of("true", "yes", "si", "1", "y", "verdadero");
    private static final Set<String> NO = Set.of("false", "no", "0", "n", "falso");

    private final JsonLines lines;
    private final List<LabelledMessage> messages = new ArrayList<>();

    private LabelledFile(JsonLines lines) {
        this.lines = lines;
    }

    static List<LabelledMessage> read(Path path) {
        LabelledFile file = new LabelledFile(JsonLines.of(path));
        file.lines.forEach(file::readRow);
        if (file.messages.isEmpty() && file.lines.faults() == 0) {
            file.fault(1, "", "have at least one line", "nothing");
        }
        file.lines.throwIfAny();
        return file.messages;
    }

    private void readRow(JsonNode row, int number) {
        int before = lines.faults();
        String text = row.path("text").isTextual() ? row.path("text").asText() : null;
        if (text == null) {
            fault(number, " text", "be a string", found(row, "text"));
        }
        Optional<CognitiveIntent> intent = intent(row.path("intent").asText(""));
        if (intent.isEmpty()) {
            fault(number, " intent", "be help, solution, validate, frustration or exploration", found(row, "intent"));
        }
        boolean delegation = flag(row, "delegation", number);
        Answer injection =
                row.hasNonNull("injection") ? flag(row, "injection", number) ? Answer.YES : Answer.NO : Answer.UNKNOWN;
        if (lines.faults() == before && text != null && intent.isPresent()) {
            messages.add(new LabelledMessage(
                    row.path("id").asText("line " + number),
                    text,
                    new Labels(
                            intent.get(),
                            delegation,
                            row.path("disguised").asBoolean(false),
                            injection,
                            kinds(row.path("pii"))),
                    turns(row.path("history")),
                    row.path("variety").asText(""),
                    row.path("half").asText("")));
        }
    }

    private static List<Turn> turns(JsonNode history) {
        List<Turn> turns = new ArrayList<>();
        history.forEach(turn -> turns.add(new Turn(
                !turn.path("role").asText().startsWith("t"), turn.path("text").asText())));
        return turns;
    }

    private static String found(JsonNode row, String field) {
        return row.has(field) ? "of type " + row.get(field).getNodeType() : "missing";
    }

    private boolean flag(JsonNode row, String field, int number) {
        String word = fold(row.path(field).asText("?"));
        if (!YES.contains(word) && !NO.contains(word)) {
            fault(number, " " + field, "be true or false", found(row, field));
        }
        return YES.contains(word);
    }

    private static Optional<CognitiveIntent> intent(String word) {
        String folded = fold(word);
        return INTENT_STEMS.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(folded::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Set<String> kinds(JsonNode pii) {
        Set<String> kinds = new TreeSet<>();
        if (pii.isTextual()) {
            for (String word : pii.asText().split("[,;|]", -1)) {
                addKind(word, kinds);
            }
        }
        if (pii.isObject() && pii.size() > 0) {
            addKind(kindOf(pii), kinds);
        }
        if (pii.isArray()) {
            pii.forEach(p -> addKind(p.isObject() ? kindOf(p) : p.asText(), kinds));
        }
        return kinds;
    }

    private static String kindOf(JsonNode object) {
        for (String field : List.of("kind", "type", "label", "tipo", "entity")) {
            if (object.has(field)) {
                return object.get(field).asText();
            }
        }
        return "unnamed";
    }

    private static void addKind(String word, Set<String> kinds) {
        String folded = fold(word);
        if (folded.isEmpty() || folded.equals("none") || folded.equals("null")) {
            return;
        }
        kinds.add(KIND_STEMS.entrySet().stream()
                .filter(e -> e.getValue().contains(folded))
                .findFirst()
                .or(() -> KIND_STEMS.entrySet().stream()
                        .filter(e -> e.getValue().stream().anyMatch(stem -> stem.length() > 2 && folded.contains(stem)))
                        .findFirst())
                .map(Map.Entry::getKey)
                .orElse(folded.toUpperCase(Locale.ROOT)));
    }

    private static String fold(String word) {
        return PlainText.fold(word)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void fault(int line, String field, String rule, String value) {
        lines.fault(":" + line + field, rule, value);
    }
}
