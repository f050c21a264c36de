package io.github.activeia.agents.leak;

/**
 * A number, a growth class or a truth value in a text.
 *
 * @param key the same for equal values, however they are written
 * @param start where it starts
 * @param end where it ends
 * @param unit the folded word behind it, or empty
 * @param plain whether it is a whole number up to twelve, which may stand anywhere
 */
record Value(String key, int start, int end, String unit, boolean plain) {
    /** Returns the same value further back in a text. */
    Value movedBy(int characters) {
        return characters == 0 ? this : new Value(key, start + characters, end + characters, unit, plain);
    }

    boolean isTruth() {
        return key.equals("true") || key.equals("false");
    }

    /** Returns whether it has three digits that say something, so that it is hardly there by chance. */
    boolean isExact() {
        return !key.startsWith("O:")
                && key.replace(".", "").replaceAll("^0+|0+$", "").length() >= 3;
    }
}
