package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;

/**
 * Where a contender stands.
 *
 * @param database the server, the same for all
 * @param schema the contender's own, empty
 * @param dataset what will be loaded and asked
 * @param embedder returns the vectors of the dataset's questions without a model
 */
record Site(Database database, String schema, Dataset dataset, Embedder embedder) {}
