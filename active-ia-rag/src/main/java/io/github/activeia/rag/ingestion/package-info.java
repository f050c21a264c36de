/**
 * Brings a folder of course files into a store. {@link io.github.activeia.rag.ingestion.FolderIngestion} reads what changed and
 * returns an {@link io.github.activeia.rag.ingestion.IngestionReport}; an
 * {@link io.github.activeia.rag.ingestion.IngestionListener} is told how far it is.
 *
 * <pre>{@code
 * FolderIngestion ingestion = new FolderIngestion(store, embedder, IngestionSettings.defaults(), Clock.systemUTC());
 * System.out.println(ingestion.ingest(Path.of("apuntes"), IngestionListener.none()));
 * }</pre>
 *
 * <p>Trap: whatever is named like a solution, by its front matter, its folder or its file name, is indexed as one and never shown.
 * The report says so; the front matter of the file can say otherwise.
 */
@NullMarked
package io.github.activeia.rag.ingestion;

import org.jspecify.annotations.NullMarked;
