/**
 * Where chunks are kept. A {@link io.github.activeia.rag.store.KnowledgeStore} keeps documents whole: a reader sees the old or the
 * new version of a document, never a mixture, and never anything of another course. Every store passes the same contract test.
 */
@NullMarked
package io.github.activeia.rag.store;

import org.jspecify.annotations.NullMarked;
