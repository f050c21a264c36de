package io.github.activeia.core.limit;

/** Who shares a bucket, from the few to the many. */
enum Scope {
    STUDENT("student"),
    COURSE("course"),
    TENANT("tenant");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
