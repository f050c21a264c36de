package io.github.activeia.rag.ingestion;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells Spanish from English by the words that carry no meaning; silent where it is not sure. */
final class LanguageGuess {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final int ENOUGH = 12;
    private static final Set<String> SPANISH = Set.of(
            "el", "los", "las", "del", "que", "una", "con", "por", "para", "como", "más", "pero", "sus", "este", "esta",
            "son", "entre", "cuando", "muy", "sin", "sobre", "ser", "hay", "donde", "cada", "y", "en", "se", "lo",
            "un");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "is", "that", "it", "for", "with", "are", "this", "be", "by", "from", "or", "an",
            "which", "can", "was", "has", "have", "if", "we", "you", "not", "each", "when", "its", "these", "will");

    private LanguageGuess() {}

    static Optional<String> of(String text) {
        int spanish = 0;
        int english = 0;
        for (String word : NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).toList()) {
            spanish += SPANISH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        if (spanish + english < ENOUGH) {
            return Optional.empty();
        }
        return spanish >= 3 * english
                ? Optional.of("es")
                : english >= 3 * spanish ? Optional.of("en") : Optional.empty();
    }
}
