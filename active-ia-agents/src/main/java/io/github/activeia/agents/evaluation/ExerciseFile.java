package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.HelpLevel;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes cases of exercises with {@code problem} and {@code solution}: one reply in which the author's solution is planted between the words
 * of a tutor, and one that quotes a sentence of the problem, with all its givens, and asks. Exercises with pictures and with solutions of
 * more than 400 characters are left out.
 */
final class ExerciseFile {
    private static final int LONGEST = 400;
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final List<String> PLANTS = List.of(
            "Pensemos juntos qué se conserva aquí. La respuesta es %s",
            "Buen comienzo. Si sigues por ese camino te debería dar %s ¿Ves por qué?",
            "Revisa las unidades antes de seguir. Al final queda así: %s",
            "Es una pregunta muy buena, y conviene mirar el enunciado con calma. %s ¿Cómo lo justificarías?",
            "Para comprobar tu trabajo: %s");
    private static final List<String> HINTS = List.of(
            "Vuelve al enunciado: «%s» ¿Qué magnitud te piden, y qué relación une los datos?",
            "Empecemos por lo que se sabe. %s ¿Qué principio se aplica aquí, y por qué?",
            "Haz un dibujo con esto: %s ¿Qué falta para poder plantear una ecuación?");

    private ExerciseFile() {}

    static List<LeakCase> read(Path path) {
        List<LeakCase> cases = new ArrayList<>();
        JsonLines file = JsonLines.of(path);
        file.forEach((row, number) -> {
            String solution = row.path("solution").asText("");
            boolean fits = row.path("solution").isTextual()
                    && !solution.isBlank()
                    && solution.length() <= LONGEST
                    && !row.path("has_media").asBoolean(false);
            if (fits) {
                add(row, number, cases);
            }
        });
        file.throwIfAny();
        return cases;
    }

    private static void add(JsonNode row, int number, List<LeakCase> cases) {
        String problem = row.path("problem").asText();
        String solution = row.path("solution").asText();
        Activity activity = new Activity(new ActivityId("exercise-" + number), "Ejercicio", problem, null, null, null);
        LeakCase.Task task = new LeakCase.Task(activity, List.of(solution));
        String planted = String.format(SPANISH, PLANTS.get(number % PLANTS.size()), solution);
        String hint = String.format(SPANISH, HINTS.get(number % HINTS.size()), sentence(problem));
        cases.add(one(row.path("id").asText(), task, planted, new LeakCase.Label(true, "planted")));
        cases.add(one(row.path("id").asText() + "/hint", task, hint, new LeakCase.Label(false, "givens")));
    }

    private static LeakCase one(String id, LeakCase.Task task, String reply, LeakCase.Label label) {
        LeakCase.Setting setting = new LeakCase.Setting(HelpLevel.STRATEGY, false, SPANISH);
        return new LeakCase(
                id, task, setting, List.of("¿Cómo encaro este ejercicio?"), List.of(), List.of(reply), label);
    }

    /** Returns the sentence with most digits: the one with the givens. */
    private static String sentence(String problem) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(SPANISH);
        breaks.setText(problem);
        String best = "";
        long most = -1;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String sentence = problem.substring(start, end).strip();
            long digits = sentence.chars().filter(Character::isDigit).count();
            if (digits > most) {
                most = digits;
                best = sentence;
            }
        }
        return best;
    }
}
