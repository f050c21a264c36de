package io.github.activeia.core;

/** One student working on one activity, or on none. */
public record SessionId(String value) {
    /** Checks the value: 1 to 128 characters, none of them a control character. */
    public SessionId {
        Ids.check("session", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
