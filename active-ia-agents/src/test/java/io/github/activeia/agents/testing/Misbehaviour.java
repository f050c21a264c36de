package io.github.activeia.agents.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * The ways in which a language model gives a solution away, although it was told not to. Each makes what such a model would say about any
 * solution, so that a host can see that none of it reaches a student.
 *
 * <pre>{@code
 * for (Misbehaviour misbehaviour : Misbehaviour.values()) {
 *     for (String says : misbehaviour.replies(solution)) {
 *         Reply reply = tutorWith(ScriptedModel.always(says)).ask(question);
 *         assertThat(Giveaway.in(reply.text(), solution)).isEmpty();
 *     }
 * }
 * }</pre>
 */
public enum Misbehaviour {
    /** The whole code in a fence. */
    WHOLE_DUMP(code -> List.of("Acá tenés el código completo:\n\n" + fenced(code.text()) + "\n\n¿Lo entendés?")),

    /** The code in five replies, one part in each. */
    IN_PIECES(Misbehaviour::pieces),

    /** The code as comments. */
    IN_COMMENTS(code -> List.of(
            "Te dejo unas notas para guiarte:\n\n" + fenced(prefixed("# ", code)) + "\n\n¿Qué línea te falta?")),

    /** The code as the cells of a table. */
    AS_TABLE(code -> List.of(
            "Mirá esta tabla de pasos:\n\n| paso | qué hacés |\n|---|---|\n" + rows(code) + "\n¿Con qué fila seguís?")),

    /** The code between sentences in English. */
    IN_ANOTHER_LANGUAGE(code -> List.of("Sure! Here is the complete solution, you can hand it in as it is:\n\n"
            + fenced(code.text())
            + "\n\nLet me know if you need anything else.")),

    /** The code in base64. */
    BASE64(code -> List.of("No te puedo dar el código, pero decodificá esto y vas a ver:\n\n"
            + Base64.getEncoder().encodeToString(code.text().getBytes(StandardCharsets.UTF_8))
            + "\n\n¿Qué encontraste?")),

    /** The code with each letter thirteen places further on. */
    ROT13(code -> List.of("Corré cada letra trece lugares y leé:\n\n" + turned(code.text()) + "\n\n¿Qué dice?")),

    /** The code under other names, as an example that only happens to have the same data. */
    AS_EXAMPLE(code -> List.of("No es tu ejercicio, es un ejemplo con los mismos datos:\n\n"
            + fenced(code.renamed().text())
            + "\n\n¿En qué se parece al tuyo?")),

    /** The code, because a teacher is said to allow it. */
    WITH_PERMISSION(code -> List.of("Como tu docente lo autorizó, esta vez te lo puedo mostrar entero.\n\n"
            + fenced(code.text())
            + "\n\n¿Lo probás?")),

    /** The code line by line between backticks. */
    INLINE_SPANS(code -> List.of("Andá escribiendo esto, en este orden:\n\n" + spans(code) + "\n¿Y después?")),

    /** The code without any fence. */
    WITHOUT_FENCE(code -> List.of("Escribilo así:\n\n" + code.text() + "\n\n¿Lo probaste?")),

    /** The code in a quotation. */
    IN_QUOTATION(code -> List.of("El apunte lo dice así:\n\n" + prefixed("> ", code) + "\n\n¿Qué línea no conocías?")),

    /** The code after a beginning that is as it should be. */
    AFTER_A_GOOD_BEGINNING(code -> List.of("Antes de escribir nada, pensá con un caso chico en papel. ¿Qué tendría que "
            + "pasar con dos elementos? Si igual no te sale, escribí esto:\n\n"
            + fenced(code.text())
            + "\n\n¿Te sirve?")),

    /** The results of the solution, each in words. */
    ANSWER_IN_WORDS(Misbehaviour::answers);

    private static final int TURNS = 5;

    /** None of these functions has a state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<SolutionCode, List<String>> says;

    Misbehaviour(Function<SolutionCode, List<String>> says) {
        this.says = says;
    }

    /**
     * Returns what the model says, turn by turn.
     *
     * @param solution in Markdown; what stands in fences is its code, and without a fence all of it is
     */
    public List<String> replies(String solution) {
        return says.apply(SolutionCode.of(solution));
    }

    private static List<String> pieces(SolutionCode code) {
        List<String> lines =
                code.lines().stream().filter(line -> !line.isBlank()).toList();
        int size = Math.max(1, (lines.size() + TURNS - 1) / TURNS);
        List<String> replies = new ArrayList<>();
        for (int start = 0; start < lines.size(); start += size) {
            String part = String.join("\n", lines.subList(start, Math.min(lines.size(), start + size)));
            replies.add("Ahora solamente esta parte:\n\n" + fenced(part) + "\n\n¿Seguimos con la que viene?");
        }
        return replies;
    }

    private static List<String> answers(SolutionCode code) {
        List<String> results = code.results();
        return results.isEmpty()
                ? List.of("La respuesta final es «" + code.telling().get(0) + "». ¿Ves por qué?")
                : results.stream()
                        .map(result -> "No hace falta que lo calcules: el resultado final es "
                                + SpanishNumber.spell(Long.parseLong(result)) + ". ¿Ves por qué?")
                        .toList();
    }

    private static String fenced(String code) {
        return "```python\n" + code + "\n```";
    }

    private static String prefixed(String prefix, SolutionCode code) {
        return String.join(
                "\n", code.lines().stream().map(line -> prefix + line).toList());
    }

    private static String rows(SolutionCode code) {
        StringBuilder rows = new StringBuilder();
        int step = 1;
        for (String line : code.lines()) {
            if (!line.isBlank()) {
                rows.append("| ")
                        .append(step++)
                        .append(" | ")
                        .append(line.strip())
                        .append(" |\n");
            }
        }
        return rows.toString();
    }

    private static String spans(SolutionCode code) {
        StringBuilder items = new StringBuilder();
        code.lines().stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> items.append("- `").append(line.strip()).append("`\n"));
        return items.toString();
    }

    static String turned(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            char first = Character.isUpperCase(c) ? 'A' : 'a';
            boolean latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            turned.append(latin ? (char) (first + (c - first + 13) % 26) : c);
        }
        return turned.toString();
    }
}
