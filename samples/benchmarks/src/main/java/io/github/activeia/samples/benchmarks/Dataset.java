package io.github.activeia.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Passages and questions, embedded. */
record Dataset(String name, String language, List<Row> rows, List<Asked> questions) {
    /** The course of every passage, unless the dataset is split. */
    static final String EVERYTHING = "everything";

    Dataset {
        rows = List.copyOf(rows);
        questions = List.copyOf(questions);
    }

    /** Returns the same dataset with fewer questions, chosen by chance. */
    Dataset asking(int atMost, long seed) {
        List<Asked> some = new ArrayList<>(questions);
        Collections.shuffle(some, new Random(seed));
        return new Dataset(name, language, rows, some.subList(0, Math.min(atMost, some.size())));
    }

    /** Returns the first passages alone. */
    Dataset first(int passages) {
        return new Dataset(name, language, rows.subList(0, Math.min(passages, rows.size())), questions);
    }

    /** Returns the same passages, dealt to the courses of {@link CourseShare} by chance. */
    Dataset split(long seed) {
        List<Row> dealt = new ArrayList<>(rows);
        Collections.shuffle(dealt, new Random(seed));
        double upTo = 0;
        int from = 0;
        for (CourseShare share : CourseShare.values()) {
            upTo += share.fraction();
            int to = (int) Math.round(upTo * dealt.size());
            for (int i = from; i < to; i++) {
                dealt.set(i, dealt.get(i).in(share.course()));
            }
            from = to;
        }
        return new Dataset(name, language, dealt, questions);
    }

    int dimension() {
        return rows.get(0).vector().length;
    }
}
