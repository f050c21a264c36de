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
        return digits(key).length() >= 3;
    }

    /** Returns the digits of a number that say something, which are the same in metres and in kilometres; none for what is no number. */
    static String digits(String key) {
        if (key.isEmpty() || Character.isLetter(key.charAt(0))) {
            return "";
        }
        String all = key.replace(".", "");
        int start = 0;
        int end = all.length();
        while (start < end && all.charAt(start) == '0') {
            start++;
        }
        while (end > start && all.charAt(end - 1) == '0') {
            end--;
        }
        return all.substring(start, end);
    }
}
