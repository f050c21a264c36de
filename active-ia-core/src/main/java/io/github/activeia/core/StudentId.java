package io.github.activeia.core;

/** An opaque id of a student, given by the host: never a name, never an e-mail address. */
public record StudentId(String value) {
    /** Checks the value: 1 to 128 characters, none of them a control character. */
    public StudentId {
        Ids.check("student", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
