package io.github.activeia.core;

/** A course: the boundary of knowledge, policy and budget. */
public record CourseId(String value) {
    /** Checks the value: 1 to 128 characters, none of them a control character. */
    public CourseId {
        Ids.check("course", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
