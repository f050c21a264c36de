package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.agents.leak.MannerWords.Token;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MannerTest {
    private static final Activity ACTIVITY = new Activity(
            new ActivityId("tp"), "Frenado", "Un auto a 20 m/s frena. ¿Cuántos metros recorre?", null, null, null);
    private static final String SOLUTION = "La distancia de frenado sale de la energía: recorre 40 m.";
    private static final LeakDetector DETECTOR =
            LeakDetector.of((course, text, most) -> List.of(new StoredSolution("s", SOLUTION, "s.md")));

    private static LeakWatch watch() {
        Exchange exchange =
                Exchange.of(new CourseId("c"), "me da 35 m", List.of()).on(ACTIVITY);
        return DETECTOR.watch(exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate());
    }

    private static List<Token> read(String sentence) {
        LeakWatch watch = watch();
        watch.read(sentence);
        return watch.sentences(sentence).get(0);
    }

    @Test
    void word_and_value_have_the_role_they_play_beside_the_solution() {
        List<Token> tokens = read("El auto recorre 40 m por energía y no 35 ni 20 ni 77.");

        assertThat(tokens)
                .contains(
                        new Token("auto", MannerWords.KNOWN),
                        new Token("energia", MannerWords.SECRET),
                        new Token("ni", MannerWords.OTHER))
                .extracting(Token::role)
                .containsSubsequence("#result", "#own", "#given", "#new");
    }

    @Test
    void words_that_do_not_stand_for_themselves_drop_out() {
        List<String> features = new ArrayList<>();

        new MannerFeatures(Set.of("el"), 2)
                .add(
                        List.of(Token.mark("<sentence>"), new Token("el", "~x"), new Token("auto", "~k")),
                        (half, mood, first, gap, second) ->
                                features.add(String.join(" ", half, mood, first, gap, second)));

        assertThat(features)
                .contains(
                        "all tells el  ",
                        "low tells el + ~k",
                        "all tells <sentence> _ ~k",
                        "all tells secret:0  ",
                        "low tells other:0  ")
                .noneMatch(name -> name.contains("auto") || name.startsWith("high"));
    }

    @Test
    void text_that_grows_is_scored_like_one_that_is_there_at_once() {
        MannerWeights weights = MannerWeights.of(List.of(
                "bias -0.5",
                "words la es",
                "1.250 all tells #result  ",
                "0.500 low tells es + #result",
                "-0.750 all asks ~x  "));
        String text = "¿Qué ves? La respuesta es 40 m. ¿Por qué? Son 40.";
        LeakWatch watch = watch();
        watch.read(text);
        Known known = Exchange.of(new CourseId("c"), "me da 35 m", List.of())
                .on(ACTIVITY)
                .known(DETECTOR);
        List<Secret> secrets = List.of(new Secret(SolutionText.of(SOLUTION, LeakWords.load()), known));
        PieceReader reader = new PieceReader(known, LeakWords.load());
        List<Piece> pieces = reader.read(text).pieces();
        Manner grown = new Manner(weights, known, 2);
        for (int end = 1; end < pieces.size(); end++) {
            grown.of(pieces.subList(0, end), secrets, reader);
        }

        double atOnce = new Manner(weights, known, 2).of(pieces, secrets, reader);

        // Twice a result, once behind "es", and questions with one other word in two of them.
        double result = 1 + Math.log(2);
        double other = 1 + Math.log(2);
        double sum = 1.25 * result + 0.5 - 0.75 * other;
        double length = Math.pow(result * result + 1 + other * other, 0.25);
        assertThat(atOnce).isCloseTo(Manner.share(-0.5 + sum / length), within(1e-9));
        assertThat(grown.of(pieces, secrets, reader)).isEqualTo(atOnce);
    }

    @Test
    void names_in_the_file_are_found_by_their_hash() {
        MannerWeights weights = MannerWeights.of(List.of("bias 0", "words la", "0.250 low asks la _ #new"));

        assertThat(weights.weight(weights.row(MannerFeatures.hash("low", "asks", "la", "_", "#new"))))
                .isEqualTo(0.25);
        assertThat(weights.row(MannerFeatures.hash("low", "asks", "la", "+", "#new")))
                .isNegative();
    }

    @Test
    void shipped_weights_tell_a_result_from_a_question() {
        double told = watch().read("Da 40 m, anotalo así.").evidence().getOrDefault("manner", 0.0);
        double asked = watch().read("¿Qué magnitudes conocés y cuál te falta?")
                .evidence()
                .getOrDefault("manner", 0.0);

        assertThat(told).isGreaterThan(asked);
    }
}
