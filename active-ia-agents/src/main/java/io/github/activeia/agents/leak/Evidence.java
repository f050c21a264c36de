package io.github.activeia.agents.leak;

import io.github.activeia.core.HelpLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures how much of a secret a reply tells: one number from 0 to 1 for each kind of evidence. */
final class Evidence {
    private static final int FEWEST_STEMS = 5;
    private static final int FEWEST_RUNS = 4;
    private static final int FEWEST_STEPS = 5;
    private static final int CUE_REACH = 60;
    private static final int NEAR = 3;

    /** Fewer digits are in every text. */
    private static final int SCALED = 2;

    private static final int EXACT = 3;

    private static final int SHORT_PHRASE = 9;

    /** So many different steps in one sentence are a procedure. */
    private static final int CHAIN = 4;

    private static final Set<String> ANNOUNCED = Set.of(
            " la respuesta es",
            " respuesta",
            " queda asi",
            " seria",
            " deberia dar",
            " the answer is",
            " answer",
            " tu trabajo",
            " solucion");

    /** What counts for more below level 3. */
    private static final List<String> LOW = List.of(
            "recipe",
            "steps_share",
            "word_share",
            "new_values",
            "kinds",
            "tells",
            "values_share",
            "names_share",
            "pieces_share",
            "essay_words",
            "parts_share",
            "recipe_listed");

    /** What counts for more below level 4, where fragments may stand. */
    private static final List<String> BELOW = List.of(
            "word_share",
            "values_share",
            "steps_share",
            "names_share",
            "kinds",
            "form_unasked",
            "form_run_words",
            "code_lines",
            "part_share",
            "essay_words");

    /** How a text speaks, which counts for more the nearer it comes to a stored solution: theory at length is no leak, a solution at length is. */
    private static final List<String> MANNER = List.of("form_run_words", "form_unasked", "form_words_low");

    /** What says that a text comes near to a stored solution; half of it is near enough. */
    private static final List<String> HALVES = List.of("word_share", "values_share", "names_share", "pieces_share");

    private static final List<String> WHOLES = List.of(
            "essay_words",
            "formula_share",
            "final_stated",
            "final_scaled",
            "part_share",
            "code_share",
            "parts_share",
            "finals_share");

    /** What a text says of results, which counts for more where no solution is known, or the student said something first. */
    private static final List<String> CLAIMS =
            List.of("correction", "new_after_cue", "new_after_is", "new_values", "last_single");

    private final Reading reading;
    private final String text;
    private final LeakWords words;
    private final List<Secret> secrets = new ArrayList<>();
    private final Lazy<Coverage> covered;
    private final Lazy<Set<String>> stated;
    private final Lazy<Boolean> besides;
    private final Map<String, Double> found = new LinkedHashMap<>();

    Evidence(Reading reading, String text, LeakWords words) {
        this.reading = reading;
        this.text = text;
        this.words = words;
        covered = Lazy.of(() -> new Coverage(reading));
        besides = Lazy.of(() -> Implied.isBeside(reading.prose().folded()));
        stated = Lazy.of(() -> reading.stated().stream().map(Value::key).collect(Collectors.toSet()));
    }

    /** Compares with one stored solution by everything that adds up over several replies. */
    void addUp(Secret secret) {
        note("formula_share", share(secret.formulas(), reading.prose().formulas(), 2));
        note("finals_share", share(secret.finals(), stated.get(), 1));
        note("values_share", share(secret.values(), stated.get(), NEAR));
        prose(secret);
        code(secret);
        coverage(secret);
    }

    /** Compares with one stored solution. */
    void compare(Secret secret, Known known) {
        addUp(secret);
        secrets.add(secret);
        implied(secret, known);
        values(secret, known);
        scaled(secret, known);
        phrases(secret);
        symbols(secret, known);
        note("size_share", covered.get().size(secret.solution().spelling()));
    }

    Map<String, Double> found() {
        return found;
    }

    private void note(String kind, double value) {
        if (value > 0) {
            found.merge(kind, Math.min(1, value), Math::max);
        }
    }

    /** Away from any activity a number of two digits is hardly the result of one. */
    private static boolean isPlain(Value value, Known known) {
        int digits = Value.digits(value.key()).length();
        return value.plain() || (!known.isAtWork() && digits > 0 && digits < EXACT);
    }

    private void values(Secret secret, Known known) {
        if (reading.stated().isEmpty()
                && reading.questioned().isEmpty()
                && reading.prose().formulas().isEmpty()) {
            return;
        }
        Set<String> keys = stated.get();
        Set<String> strong = new HashSet<>();
        for (Value value : reading.stated()) {
            boolean sure =
                    !isPlain(value, known) || secret.solution().units().contains(value.key() + " " + value.unit());
            if (secret.finals().contains(value.key()) && sure) {
                strong.add(value.key());
            }
        }
        note("final_stated", (double) strong.size());
        note("secret_stated", (double) reading.stated().stream()
                .filter(value -> !isPlain(value, known))
                .map(Value::key)
                .filter(key -> secret.values().contains(key) && !secret.finals().contains(key))
                .distinct()
                .count());
        note(
                "final_exact",
                reading.stated().stream()
                                .anyMatch(v -> v.isExact() && secret.finals().contains(v.key()))
                        ? 1
                        : 0);
        Set<String> formulas = reading.prose().formulas();
        note(
                "formula",
                secret.formulas().stream()
                                .filter(f -> f.length() >= 6 && formulas.contains(f))
                                .count()
                        / 2.0);
        boolean whole = secret.solution().brief()
                && secret.formulas().stream().anyMatch(f -> f.length() >= 5 && formulas.contains(f));
        note("key_stated", whole ? 1 : 0);
        if (secret.last().size() == 1 && secret.last().stream().anyMatch(keys::contains)) {
            note("last_stated", 1);
            note("last_single", secret.solution().spelling().single() ? 1 : 0);
            boolean bare = reading.stated().stream()
                    .anyMatch(v -> secret.last().contains(v.key())
                            && !known.told(v.key())
                            && (!v.plain() || secret.solution().units().contains(v.key() + " " + v.unit())));
            note("key_stated", secret.solution().key() && bare ? 1 : 0);
        }
        note(
                "final_plain",
                (double) secret.finals().stream().filter(keys::contains).count() - strong.size());
        boolean asked = secret.finals().stream()
                .anyMatch(k -> k.length() > 1 && reading.questioned().contains(k));
        note("final_asked", asked ? 1 : 0);
    }

    /** Results in other units: sixty-six metres as 0.066 km, a probability as so many of a thousand. */
    private void scaled(Secret secret, Known known) {
        if (secret.finals().isEmpty() || reading.stated().isEmpty()) {
            return;
        }
        Set<String> told = new HashSet<>();
        Set<String> exact = new HashSet<>();
        for (Value value : reading.stated()) {
            exact.add(value.key());
            if (!known.told(value.key()) && Value.digits(value.key()).length() >= SCALED) {
                told.add(Value.digits(value.key()));
            }
        }
        boolean scaled =
                secret.finals().stream().anyMatch(key -> !exact.contains(key) && told.contains(Value.digits(key)));
        note("final_scaled", scaled ? 1 : 0);
    }

    /** Results that are paraphrased or left to work out. */
    private void implied(Secret secret, Known known) {
        Set<String> results = secret.open();
        boolean hidden = reading.prose().implied().stream()
                .anyMatch(key -> key.length() > 1 && results.contains(key) && !known.told(key));
        note("implied_exact", hidden ? 1 : 0);
        boolean beside = known.neighbours().stream().anyMatch(results::contains) && besides.get();
        note("implied_beside", beside ? 1 : 0);
        note(
                "implied_round",
                reading.stated().stream()
                                .anyMatch(v -> !known.told(v.key())
                                        && results.stream().anyMatch(r -> Implied.rounds(v.key(), r)))
                        ? 1
                        : 0);
    }

    private void symbols(Secret secret, Known known) {
        Set<String> symbols = secret.solution().symbols();
        if (!symbols.isEmpty()) {
            String bare = Symbols.squeeze(text);
            boolean told = symbols.stream().anyMatch(line -> bare.contains(line) && !known.hasSymbols(line));
            note("symbols_told", told ? 1 : 0);
        }
    }

    private void coverage(Secret secret) {
        Spelling spelling = secret.solution().spelling();
        Coverage coverage = covered.get();
        double size = coverage.size(spelling);
        note("names_share", coverage.names(secret));
        note("part_share", size * secret.solution().steps().share(reading.steps()));
        note("pieces_share", coverage.pieces(secret));
        note("essay_words", coverage.words(secret) / 16.0);
        note("parts_share", coverage.parts(secret));
        note("part_told", coverage.wholeParts(secret) / 2.0);
    }

    private void manner(int level) {
        Form form = reading.form();
        note("form_run_words", form.longestWords() / 150.0);
        note("form_unasked", form.unasked() / 8.0);
        if (level <= 2) {
            note("form_words_low", form.words() / 120.0);
        }
    }

    private static double share(Set<String> of, Set<String> in, int fewest) {
        return Runs.share(of, in, fewest);
    }

    /** A solution of a few words is told by these words; one that is a yes or a no, only where an answer is announced. */
    private void phrases(Secret secret) {
        Set<String> phrases = secret.solution().phrases();
        if (phrases.isEmpty()) {
            return;
        }
        String spoken = " " + String.join(" ", Folded.words(reading.prose().folded())) + " ";
        boolean told = phrases.stream().allMatch(phrase -> {
            boolean known = phrase.length() < SHORT_PHRASE || secret.knows(phrase);
            return known ? ANNOUNCED.stream().anyMatch(cue -> spoken.contains(cue + phrase)) : spoken.contains(phrase);
        });
        note("key_stated", told ? 1 : 0);
    }

    private void prose(Secret secret) {
        Prose prose = reading.prose();
        note("word_share", share(secret.stems(), prose.stemSet(), FEWEST_STEMS));
        note("run_share", Runs.share(secret.wordRuns(), prose.runs(), FEWEST_RUNS));
    }

    private void code(Secret secret) {
        Set<String> runs = reading.codeRuns();
        note("code_share", Runs.share(secret.codeRuns(), runs, FEWEST_RUNS));
        note("code_from", Runs.share(runs, secret.codeRuns(), 2 * FEWEST_RUNS));
        if (secret.solution().steps().size() >= FEWEST_STEPS) {
            note("steps_share", secret.solution().steps().share(reading.steps()));
        }
    }

    /** Finds results that were worked out here, which needs no stored solution. */
    void claims(Known known) {
        String asserted = reading.asserted();
        String folded = reading.prose().folded();
        int news = 0;
        for (Value value : reading.stated()) {
            if (known.asked().contains(value.key()) && !known.told(value.key())) {
                note("asked_result", 1);
            }
            news += known.told(value.key()) ? 0 : 1;
        }
        note("new_values", news / 10.0);
        for (Value value : reading.prose().values(asserted)) {
            if (!known.told(value.key())) {
                String before = folded.substring(
                        Math.max(0, Math.min(folded.length(), value.start()) - CUE_REACH),
                        Math.min(folded.length(), value.start()));
                before = before.substring(before.lastIndexOf('\n') + 1);
                String close = before.stripTrailing();
                boolean announced = words.list("answer").stream().anyMatch(before::contains);
                note("new_after_cue", announced ? 1 : 0);
                note("told_result", announced && isResult(value.key()) ? 1 : 0);
                note("told_final", words.list("final").stream().anyMatch(close::endsWith) ? 1 : 0);
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
        if (secrets.isEmpty()) {
            again("_blind", CLAIMS);
        } else if (known.isSaid()) {
            again("_said", CLAIMS);
        }
    }

    /** Returns whether a value is one of those that a stored solution has to itself; a single sign stands anywhere. */
    private boolean isResult(String key) {
        return secrets.stream()
                .anyMatch(secret -> secret.finals().contains(key)
                        || secret.last().contains(key)
                        || (key.length() > 1 && secret.values().contains(key)));
    }

    void limits(HelpLevel helpLevel, boolean snippets) {
        int level = helpLevel.number();
        manner(level);
        note("program_over", (reading.program() - (level == 4 && snippets ? 4 : 0)) / 4.0);
        note("pseudocode_over", (reading.pseudocode() - (level == 4 ? 6 : 0)) / 4.0);
        note("tells", reading.tells() / 12.0);
        if (level == 1) {
            note("tells_orient", reading.tells() / 6.0);
            note("chain_orient", reading.chain() >= CHAIN ? 1 : 0);
        }
        if (level <= 2) {
            again("_low", LOW);
        }
        if (level <= 3) {
            again("_below", BELOW);
        }
    }

    /** Adds how a text speaks, times how near it comes to a stored solution. */
    static void near(Map<String, Double> found) {
        double halves = HALVES.stream()
                .mapToDouble(kind -> 2 * found.getOrDefault(kind, 0.0))
                .max()
                .orElse(0);
        double wholes = WHOLES.stream()
                .mapToDouble(kind -> found.getOrDefault(kind, 0.0))
                .max()
                .orElse(0);
        double near = Math.min(1, Math.max(halves, wholes));
        for (String kind : MANNER) {
            double spoken = found.getOrDefault(kind, 0.0);
            if (spoken * near > 0) {
                found.put(kind + "_near", spoken * near);
            }
        }
    }

    /** Notes some kinds once more, under circumstances in which they may count for more. */
    private void again(String circumstance, List<String> kinds) {
        kinds.forEach(kind -> note(kind + circumstance, found.getOrDefault(kind, 0.0)));
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
