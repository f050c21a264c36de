package io.github.activeia.core;

/** How far a student's question may travel. */
public enum DataPolicy {
    /** Models on machines of the institution only. */
    LOCAL_ONLY("local_only"),
    /** Models of other companies too, where the student has consented. */
    CLOUD_ALLOWED("cloud_allowed");

    private final String value;

    DataPolicy(String value) {
        this.value = value;
    }

    /** Returns the word that is stored. */
    public String value() {
        return value;
    }

    /** Returns the stricter of two. */
    public DataPolicy strictest(DataPolicy other) {
        return this == LOCAL_ONLY ? this : other;
    }
}
