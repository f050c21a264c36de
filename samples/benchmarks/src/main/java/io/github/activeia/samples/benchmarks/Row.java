package io.github.activeia.samples.benchmarks;

/** A passage to store. The vector is shared, so nobody changes it. */
@SuppressWarnings("ArrayRecordComponent")
record Row(String id, String title, String text, String course, float[] vector) {
    /** What every contender indexes and embeds: the same words for all. */
    String searchText() {
        return title + "\n" + text;
    }

    Row in(String other) {
        return new Row(id, title, text, other, vector);
    }
}
