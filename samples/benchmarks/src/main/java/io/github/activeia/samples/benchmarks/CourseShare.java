package io.github.activeia.samples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The courses that a dataset is split into; together they hold every passage once. */
enum CourseShare {
    HALF("50 %", 0.5),
    REST("44.5 %", 0.445),
    TWENTIETH("5 %", 0.05),
    TWO_HUNDREDTH("0.5 %", 0.005);

    private final String label;
    private final double fraction;

    CourseShare(String label, double fraction) {
        this.label = label;
        this.fraction = fraction;
    }

    /** Returns the courses that questions are asked in. */
    static List<CourseShare> measured() {
        return Arrays.stream(values()).filter(s -> s != REST).toList();
    }

    String label() {
        return label;
    }

    double fraction() {
        return fraction;
    }

    String course() {
        return "course-" + name().toLowerCase(Locale.ROOT);
    }
}
