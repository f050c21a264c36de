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

    private static Known known(String question) {
        return Exchange.of(new CourseId("c"), question, List.of()).on(ACTIVITY).known(DETECTOR);
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
    void word_of_the_message_is_told_from_other_known_words() {
        assertThat(known("¿cuántos segundos?").hasAsked(Folded.stem("segundos")))
                .isTrue();
        assertThat(known("¿cuántos segundos?").hasAsked(Folded.stem("metros"))).isFalse();
    }

    @Test
    void words_that_do_not_stand_for_themselves_drop_out() {
        List<String> found = new ArrayList<>();
        MannerFeatures features = new MannerFeatures(Set.of("el"), List.of("da"), false);
        MannerSentence sentence =
                features.sentence(List.of(Token.mark("<sentence>"), new Token("el", "~x"), new Token("auto", "~k")));

        features.own(sentence, (kind, a, b, c, d) -> found.add(String.join(" ", kind, a, b, c, d)));

        assertThat(found)
                .contains(
                        "word tells el  ",
                        "next tells el ~k ",
                        "over tells <sentence> ~k ",
                        "secrets tells 0  ",
                        "others tells 0  ",
                        "asked da tells hides short",
                        "answers tells tells hides short")
                .noneMatch(name -> name.contains("auto"));
    }

    @Test
    void place_of_a_sentence_depends_on_its_neighbours() {
        List<String> found = new ArrayList<>();
        MannerFeatures features = new MannerFeatures(Set.of("el"), List.of(), false);
        MannerSentence sentence = features.sentence(List.of(new Token("el", "~x"), Token.mark("?")));

        features.place(sentence, false, null, (kind, a, b, c, d) -> found.add(String.join(" ", kind, a, b, c, d)));

        assertThat(found).containsExactly("at last el  ", "at last ?  ", "behind asks tells  ");
        assertThat(found).allMatch(MannerFeatures::isPlaced);
    }

    @Test
    void text_that_grows_is_scored_like_one_that_is_there_at_once() {
        MannerWeights weights = MannerWeights.of(List.of(
                "bias -0.5 -0.25",
                "words la es",
                "asked me",
                "1.250 1.000 2.000 word tells #result  ",
                "0.500 0.500 1.000 next tells es #result ",
                "-0.750 0.000 1.000 word asks ~x  ",
                "0.000 2.000 1.500 at last #result  "));
        String text = "¿Qué ves? La respuesta es 40 m. ¿Por qué? Son 40.";
        Known known = known("me da 35 m");
        List<Secret> secrets = List.of(new Secret(SolutionText.of(SOLUTION, LeakWords.load()), known));
        PieceReader reader = new PieceReader(known, LeakWords.load());
        List<Piece> pieces = reader.read(text).pieces();
        Manner grown = new Manner(weights, known);
        for (int end = 1; end < pieces.size(); end++) {
            grown.of(pieces.subList(0, end), secrets, reader);
        }

        Manner.Shares atOnce = new Manner(weights, known).of(pieces, secrets, reader);

        // Twice a result, once behind "es", and questions with one other word in two of them; at the end the last
        // sentence has a result.
        double result = 2 * (1 + Math.log(2));
        double other = 1 + Math.log(2);
        double begun = 1.25 * result + 0.5 - 0.75 * other;
        double whole = result + 0.5 + 2 * 1.5;
        assertThat(atOnce.begun())
                .isCloseTo(Manner.share(-0.5 + begun / Math.sqrt(result * result + 1 + other * other)), within(1e-9));
        assertThat(atOnce.whole())
                .isCloseTo(Manner.share(-0.25 + whole / Math.sqrt(result * result + 1 + 1.5 * 1.5)), within(1e-9));
        assertThat(grown.of(pieces, secrets, reader).whole()).isCloseTo(atOnce.whole(), within(1e-9));
        assertThat(grown.of(pieces, secrets, reader).begun()).isCloseTo(atOnce.begun(), within(1e-9));
    }

    @Test
    void names_in_the_file_are_found_by_their_hash() {
        MannerWeights weights =
                MannerWeights.of(List.of("bias 0 0", "words la", "asked me", "0.250 0.125 1.500 over asks la #new "));
        int row = weights.row(MannerFeatures.hash("over", "asks", "la", "#new", ""));

        assertThat(weights.begun(row)).isEqualTo(0.25);
        assertThat(weights.whole(row)).isEqualTo(0.125);
        assertThat(weights.rarity(row)).isEqualTo(1.5);
        assertThat(weights.row(MannerFeatures.hash("next", "asks", "la", "#new", "")))
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
