package io.github.activeia.agents.gateway;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.MaterialReport;
import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found, without the passages that speak to the tutor instead of teaching.
 *
 * @param retrieved what is left
 * @param leftOut what was taken away
 */
record Inspected(Retrieved retrieved, List<LeftOut> leftOut) {

    /** A passage that nobody behind this line sees, and why. */
    record LeftOut(Passage passage, MaterialReport report) {}

    /** Whoever can write into the material could otherwise write into the prompt. */
    static Inspected of(Retrieved retrieved, Gatekeeper gatekeeper) {
        KnowledgeResult found = retrieved.result();
        List<Passage> kept = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Passage passage : found.passages()) {
            MaterialReport report = gatekeeper.inspectPassage(passage.document().title() + "\n\n" + passage.text());
            if (report.suspicious()) {
                leftOut.add(new LeftOut(passage, report));
            } else {
                kept.add(passage);
            }
        }
        if (leftOut.isEmpty()) {
            return new Inspected(retrieved, List.of());
        }
        KnowledgeResult clean = new KnowledgeResult(
                kept, found.confidence(), found.probability(), found.sufficient() && !kept.isEmpty());
        return new Inspected(new Retrieved(clean, retrieved.query(), retrieved.outage()), leftOut);
    }
}
