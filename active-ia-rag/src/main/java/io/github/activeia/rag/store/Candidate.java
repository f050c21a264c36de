package io.github.activeia.rag.store;

/**
 * A chunk that one of the two legs found, scored by both.
 *
 * @param chunk the chunk
 * @param lexical BM25, 0 where no word matches
 * @param cosine the cosine of question and chunk, -1 to 1; 0 where the question had no vector
 */
public record Candidate(Chunk chunk, double lexical, double cosine) {}
