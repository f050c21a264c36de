package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;

/**
 * A document as the store keeps it.
 *
 * @param course the course
 * @param document what it is
 * @param contentHash of the file and of everything that shapes its chunks, in hexadecimal
 * @param chunks how many chunks it has
 */
public record StoredDocument(CourseId course, Passage.Document document, String contentHash, int chunks) {}
