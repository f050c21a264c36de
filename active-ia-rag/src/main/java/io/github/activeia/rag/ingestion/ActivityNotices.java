package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What is worth a look in how the assignments and the solutions of a whole course fit together. */
final class ActivityNotices {
    private ActivityNotices() {}

    /**
     * Looks at all documents of a course.
     *
     * @param documents by source, in the order in which the first assignment of an activity is the one that counts
     */
    static List<Remark> of(SortedMap<String, StoredDocument> documents) {
        List<Remark> notices = new ArrayList<>();
        Map<String, String> assignments = new HashMap<>();
        documents.forEach((source, entry) -> {
            String activity = entry.document().activity();
            if (activity != null && entry.document().contentType() == ContentType.ASSIGNMENT) {
                String first = assignments.putIfAbsent(activity, source);
                if (first != null) {
                    notices.add(new Remark(source, again(activity, first)));
                }
            }
        });
        documents.forEach((source, entry) -> {
            String activity = entry.document().activity();
            boolean solution = entry.document().contentType() == ContentType.SOLUTION;
            if (activity != null && solution && !assignments.containsKey(activity)) {
                notices.add(new Remark(source, alone(activity)));
            }
        });
        return notices;
    }

    private static String again(String activity, String first) {
        return "defines the activity " + KnownKeys.shown(activity) + ", which " + first
                + " defines already, and only that one counts — give it another activity, or take one of the two out";
    }

    private static String alone(String activity) {
        return "a solution of the activity " + KnownKeys.shown(activity)
                + ", which no assignment defines — give it the activity of its consigna, or add the consigna; for an exercise without one, leave it";
    }
}
