package io.github.activeia.core;

/** How much help a student gets, from orienting questions to abstract pseudocode; ordered. */
public enum HelpLevel {
    /** Orienting questions only. */
    ORIENT(1, "muy_abstracto"),

    /** Adds the names of concepts, general hints and edge cases. */
    CONCEPT(2, "conceptual"),

    /** Adds decomposition and high-level strategy. */
    STRATEGY(3, "mas_concreto"),

    /** Adds abstract pseudocode, and code fragments where the policy allows them; never the complete solution. */
    SPECIFIC(4, "especifico");

    private final int number;
    private final String value;

    HelpLevel(int number, String value) {
        this.number = number;
        this.value = value;
    }

    /**
     * Returns the level with a number.
     *
     * @param number 1 to 4
     * @throws InvalidValueException if there is no such level
     */
    public static HelpLevel of(int number) {
        if (number < 1 || number > values().length) {
            throw new InvalidValueException("helpLevel", "be from 1 to 4", number, "use 1 (orient) to 4 (specific)");
        }
        return values()[number - 1];
    }

    /** Returns the number of the level, 1 to 4. */
    public int number() {
        return number;
    }

    /** Returns the Spanish word that is stored and shown. */
    public String value() {
        return value;
    }

    /** Returns the next level up, but never above a cap. */
    public HelpLevel up(HelpLevel cap) {
        return of(Math.min(number + 1, cap.number()));
    }

    /** Returns the next level down; the first stays the first. */
    public HelpLevel down() {
        return of(Math.max(number - 1, 1));
    }

    /** Returns the lower of this level and a cap. */
    public HelpLevel cappedBy(HelpLevel cap) {
        return compareTo(cap) <= 0 ? this : cap;
    }
}
