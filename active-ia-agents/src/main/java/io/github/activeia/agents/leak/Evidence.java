package io.github.activeia.agents.leak;

import io.github.activeia.core.HelpLevel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures how much of a secret a reply tells: one number from 0 to 1 for each kind of evidence. */
final class Evidence {
    private static final int FEWEST_STEMS = 5;
    private static final int FEWEST_RUNS = 4;
    private static final int FEWEST_STEPS = 5;
    private static final int CUE_REACH = 60;
    private static final int NEAR = 3;

    private final Reading reading;
    private final String text;
    private final LeakWords words;
    private final Map<String, Double> found = new LinkedHashMap<>();

    Evidence(Reading reading, String text, LeakWords words) {
        this.reading = reading;
        this.text = text;
        this.words = words;
    }

    /** Compares with one stored solution. */
    void compare(Secret secret) {
        values(secret);
        prose(secret);
        code(secret);
    }

    Map<String, Double> found() {
        return found;
    }

    private void note(String kind, double value) {
        if (value > 0) {
            found.merge(kind, Math.min(1, value), Math::max);
        }
    }

    private void values(Secret secret) {
        Set<String> stated = new HashSet<>();
        Set<String> strong = new HashSet<>();
        for (Value value : reading.stated()) {
            stated.add(value.key());
            boolean sure = !value.plain() || secret.solution().units().contains(value.key() + " " + value.unit());
            if (secret.finals().contains(value.key()) && sure) {
                strong.add(value.key());
            }
        }
        note("final_stated", (double) strong.size());
        note(
                "final_exact",
                reading.stated().stream()
                                .anyMatch(v -> v.isExact() && secret.finals().contains(v.key()))
                        ? 1
                        : 0);
        Set<String> formulas = Formulas.keys(reading.asserted());
        note(
                "formula",
                secret.formulas().stream()
                                .filter(f -> f.length() >= 6 && formulas.contains(f))
                                .count()
                        / 2.0);
        note("formula_share", share(secret.formulas(), formulas, 2));
        if (secret.last().size() == 1 && secret.last().stream().anyMatch(stated::contains)) {
            note("last_stated", 1);
            note("key_stated", secret.solution().key() ? 1 : 0);
        }
        note("finals_share", share(secret.finals(), stated, 1));
        note(
                "final_plain",
                (double) secret.finals().stream().filter(stated::contains).count() - strong.size());
        note("values_share", share(secret.values(), stated, NEAR));
        boolean asked = secret.finals().stream()
                .anyMatch(k -> k.length() > 1 && reading.questioned().contains(k));
        note("final_asked", asked ? 1 : 0);
    }

    private static double share(Set<String> of, Set<String> in, int fewest) {
        return of.size() < fewest ? 0 : of.stream().filter(in::contains).count() / (double) of.size();
    }

    private void prose(Secret secret) {
        List<String> stems = Folded.stems(reading.asserted(), words.stopwords());
        note("word_share", share(secret.stems(), new HashSet<>(stems), FEWEST_STEMS));
        note("run_share", Runs.share(secret.wordRuns(), Runs.ofWords(stems), FEWEST_RUNS));
    }

    private void code(Secret secret) {
        String own = String.join("\n", reading.code());
        Set<String> runs = Runs.ofCode(own, words.keywords());
        note("code_share", Runs.share(secret.codeRuns(), runs, FEWEST_RUNS));
        note("code_from", Runs.share(runs, secret.codeRuns(), 2 * FEWEST_RUNS));
        if (secret.solution().steps().size() >= FEWEST_STEPS) {
            note("steps_share", Procedure.share(secret.solution().steps(), reading.steps()));
        }
    }

    /** Finds results that were worked out here, which needs no stored solution. */
    void claims(Known known) {
        String asserted = reading.asserted();
        String folded = Folded.fold(asserted);
        boolean same = folded.length() == asserted.length();
        int news = 0;
        for (Value value : reading.stated()) {
            if (known.asked().contains(value.key()) && !known.told().contains(value.key())) {
                note("asked_result", 1);
            }
            news += known.told().contains(value.key()) ? 0 : 1;
        }
        note("new_values", news / 10.0);
        for (Value value : same ? Values.of(folded) : Values.of(asserted)) {
            if (!known.told().contains(value.key())) {
                String before = folded.substring(
                        Math.max(0, Math.min(folded.length(), value.start()) - CUE_REACH),
                        Math.min(folded.length(), value.start()));
                before = before.substring(before.lastIndexOf('\n') + 1);
                String close = before.stripTrailing();
                note("new_after_cue", words.list("answer").stream().anyMatch(before::contains) ? 1 : 0);
                note(
                        "new_after_is",
                        close.endsWith(" es")
                                        || close.endsWith(" is")
                                        || close.endsWith(" son")
                                        || close.endsWith(" are")
                                        || close.endsWith(" da")
                                        || close.endsWith(" get")
                                ? 1
                                : 0);
            }
        }
        long corrections =
                words.list("correction").stream().filter(folded::contains).count();
        note("correction", corrections / 2.0);
    }

    void limits(HelpLevel helpLevel, boolean snippets) {
        int level = helpLevel.number();
        note("program_over", (reading.program() - (level == 4 && snippets ? 4 : 0)) / 4.0);
        note("pseudocode_over", (reading.pseudocode() - (level == 4 ? 6 : 0)) / 4.0);
        note("tells", reading.tells() / 12.0);
        if (level == 1) {
            note("tells_orient", reading.tells() / 6.0);
        }
        if (level <= 2) {
            for (String kind : List.of(
                    "recipe",
                    "steps_share",
                    "word_share",
                    "new_values",
                    "kinds",
                    "tells",
                    "values_share",
                    "recipe_listed")) {
                note(kind + "_low", found.getOrDefault(kind, 0.0));
            }
        }
    }

    void form() {
        String folded = Folded.fold(text);
        note(
                "handover",
                words.list("handover").stream().filter(folded::contains).count() / 2.0);
        note("code_lines", reading.code().size() / 12.0);
        note("cells", reading.cells() / 20.0);
        note("answers", words.list("conclusion").stream().anyMatch(folded::contains) ? 1 : 0);
        note("recipe", reading.recipe() / 10.0);
        note("recipe_listed", reading.listed() / 6.0);
        note("kinds", new HashSet<>(reading.steps()).size() / 9.0);
    }
}
