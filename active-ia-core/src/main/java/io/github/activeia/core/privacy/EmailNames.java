package io.github.activeia.core.privacy;

import java.util.HashSet;
import java.util.Set;

/** The names that an e-mail address may hold. */
final class EmailNames {
    private static final int SHORTEST_NAME = 4;

    private EmailNames() {}

    /** Returns the runs of letters of the part before the at sign, folded, unless they are too short to be a name. */
    static Set<String> of(String local) {
        Set<String> parts = new HashSet<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= local.length(); i++) {
            if (i < local.length() && Character.isLetter(local.charAt(i))) {
                part.append(local.charAt(i));
            } else {
                if (part.length() >= SHORTEST_NAME) {
                    parts.add(part.toString());
                }
                part.setLength(0);
            }
        }
        return parts;
    }
}
