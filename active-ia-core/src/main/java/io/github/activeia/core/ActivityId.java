package io.github.activeia.core;

/** An assignment of a teacher within a course. */
public record ActivityId(String value) {
    /** Checks the value: 1 to 128 characters, none of them a control character. */
    public ActivityId {
        Ids.check("activity", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
