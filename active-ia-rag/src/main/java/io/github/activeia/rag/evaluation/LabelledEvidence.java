package io.github.activeia.rag.evaluation;

import io.github.activeia.rag.retrieval.Evidence;

/**
 * What retrieval found for a question, and whether the material answers it.
 *
 * @param evidence what was found
 * @param answerable whether the material has the answer
 */
public record LabelledEvidence(Evidence evidence, boolean answerable) {}
