package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsNotEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;

/** What a filter says of metadata in memory; where a comparison throws, because the types differ, the two are unequal. */
final class FilterOracle {
    private FilterOracle() {}

    static boolean matches(Filter filter, Metadata metadata) {
        if (filter instanceof And and) {
            return matches(and.left(), metadata) && matches(and.right(), metadata);
        }
        if (filter instanceof Or or) {
            return matches(or.left(), metadata) || matches(or.right(), metadata);
        }
        if (filter instanceof Not not) {
            return !matches(not.expression(), metadata);
        }
        try {
            return filter.test(metadata);
        } catch (IllegalArgumentException | ClassCastException e) {
            return filter instanceof IsNotEqualTo || filter instanceof IsNotIn;
        }
    }
}
