package io.github.activeia.rag.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of an evaluation.
 *
 * @param overall over all questions
 * @param byType over the questions of each type, in the order of their names; empty where questions have no type
 */
public record EvaluationReport(RankingMetrics overall, Map<String, RankingMetrics> byType) {
    /** Copies the map. */
    public EvaluationReport {
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }

    /** Returns the report as JSON: {@code {"overall":{"n":…,"ndcg@10":…,"recall@10":…,"mrr@10":…,"hit@10":…},"byType":{…}}}. */
    public String toJson() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        put(root.putObject("overall"), overall);
        ObjectNode types = root.putObject("byType");
        byType.forEach((type, metrics) -> put(types.putObject(type), metrics));
        return root.toString();
    }

    private static void put(ObjectNode to, RankingMetrics metrics) {
        to.put("n", metrics.questions())
                .put("ndcg@10", metrics.ndcg())
                .put("recall@10", metrics.recall())
                .put("mrr@10", metrics.mrr())
                .put("hit@10", metrics.hit());
    }
}
