package io.github.activeia.rag.store;

/**
 * How far a copy is.
 *
 * @param document the file that is being copied; empty at the end
 * @param documentsDone how many documents are in the target, those that were skipped included
 * @param documentsTotal how many documents the source has in all its courses
 * @param chunks how many chunks the finished documents have
 */
public record StoreCopyProgress(String document, int documentsDone, int documentsTotal, long chunks) {}
