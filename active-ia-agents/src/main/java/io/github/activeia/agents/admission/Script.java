package io.github.activeia.agents.admission;

import java.lang.Character.UnicodeScript;

/** Tells whether a message is written in the script of the languages that the tutor speaks. */
final class Script {
    private Script() {}

    /** Returns false if most letters are not Latin: Spanish and English are. Symbols, digits and code do not count. */
    static boolean readable(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN || isMathLetter(c))
                .count();
        return letters == 0 || latin * 2 >= letters;
    }

    private static boolean isMathLetter(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.GREEK || script == UnicodeScript.COMMON;
    }
}
