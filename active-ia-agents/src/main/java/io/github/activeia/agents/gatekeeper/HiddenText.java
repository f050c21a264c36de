package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text that was hidden in another one by a simple code.
 *
 * @param how the code, such as {@code base64}
 * @param text what was hidden
 * @param start where it starts in the original text
 * @param end where it ends in the original text
 */
record HiddenText(String how, String text, int start, int end) {

    private static final double SURE = 0.5;
    private static final double UNSURE = -1.0;

    /** Returns how much more likely it is an attack because somebody hid it, as the logarithm of the odds. */
    double prior() {
        boolean joined = how.startsWith("joined") || how.startsWith("first");
        boolean turned = List.of("reversed", "rot13", "atbash", "caesar").contains(how);
        return joined ? UNSURE : turned ? 0 : SURE;
    }

    /**
     * Opens whatever is hidden, also twice over. Time is linear in the text.
     *
     * @param known tells words of the languages that are read
     */
    static List<HiddenText> in(String text, Words words, Predicate<String> known) {
        List<HiddenText> found = new ArrayList<>(HiddenCodes.in(text));
        found.addAll(new HiddenLetters(text, words, known).found());
        found.addAll(HiddenParts.in(text, known));
        for (HiddenText outer : List.copyOf(found)) {
            for (HiddenText inner : HiddenCodes.in(outer.text)) {
                found.add(new HiddenText(outer.how + "_" + inner.how, inner.text, outer.start, outer.end));
            }
            if (outer.how.equals("base64") || outer.how.equals("hex") || outer.how.equals("joined")) {
                found.add(new HiddenText(
                        outer.how + "_reversed",
                        new StringBuilder(outer.text).reverse().toString(),
                        outer.start,
                        outer.end));
                found.add(new HiddenText(
                        outer.how + "_rot13", HiddenLetters.rotated(outer.text, 13), outer.start, outer.end));
            }
        }
        return found;
    }
}
