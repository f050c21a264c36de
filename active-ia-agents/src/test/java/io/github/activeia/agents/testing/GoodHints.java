package io.github.activeia.agents.testing;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;

/**
 * What a cooperative language model says, by help level: it cites the first passage with a marker, hands nothing over and ends in a
 * question. A tutor that stops one of these stops too much.
 */
public final class GoodHints {
    private static final int SHORTEST = 20;

    private GoodHints() {}

    /**
     * Returns replies that keep within a level, in voseo.
     *
     * @param passage the first of those that the tutor may cite; a sentence of it is quoted from level 2 on
     */
    public static List<String> at(HelpLevel level, Passage passage) {
        String quote = "El apunte lo plantea así: «" + sentence(passage.text()) + "» [1].";
        return switch (level) {
            case ORIENT ->
                List.of(
                        "¿Qué te pide exactamente la consigna, dicho con tus palabras? ¿Qué tendrías que tener al final?",
                        "Antes de escribir nada: ¿qué caso chico podrías resolver a mano, y qué mirarías en cada paso?");
            case CONCEPT ->
                List.of(
                        quote + " ¿Qué relación ves entre esa idea y lo que te pide la consigna?",
                        quote + " Pensá también en los casos borde: ¿qué pasa cuando no hay ningún elemento?");
            case STRATEGY ->
                List.of(
                        quote
                                + " Podés separar el problema en dos preguntas: qué comparás y qué hacés después de comparar. "
                                + "¿Cuál de las dos tenés más clara?",
                        quote
                                + " Conviene que primero pruebes la comparación por separado, con empates, y recién después "
                                + "el resto. ¿Qué caso elegirías para probarla?");
            case SPECIFIC ->
                List.of(
                        quote
                                + " Fijate qué valor tienen tus variables justo antes de que termine el bucle. ¿Qué esperabas "
                                + "y qué encontraste?",
                        quote
                                + " Seguí a mano el caso de tres elementos y anotá cada cambio. ¿En qué paso se aparta de lo "
                                + "que querías?");
        };
    }

    private static String sentence(String text) {
        String plain =
                text.replaceAll("(?s)```.*?```", " ").replaceAll("\\s+", " ").strip();
        for (String sentence : plain.split("(?<=\\.)\\s", -1)) {
            String bare = sentence.strip();
            if (bare.length() >= SHORTEST && bare.endsWith(".") && !bare.contains("#") && !bare.contains("«")) {
                return bare.substring(0, bare.length() - 1);
            }
        }
        return plain.substring(0, Math.min(plain.length(), 80));
    }
}
