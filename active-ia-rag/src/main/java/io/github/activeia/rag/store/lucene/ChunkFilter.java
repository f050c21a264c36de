package io.github.activeia.rag.store.lucene;

import io.github.activeia.core.ContentType;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which chunks may be found at all. */
final class ChunkFilter {
    private ChunkFilter() {}

    /** Returns the filter for content types: those given, or all but solutions. */
    static Query of(Set<ContentType> contentTypes) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (ContentType type : ContentType.values()) {
            if (contentTypes.isEmpty() ? type != ContentType.SOLUTION : contentTypes.contains(type)) {
                any.add(new TermQuery(new Term(CourseIndexFormat.TYPE, type.name())), Occur.SHOULD);
            }
        }
        return new ConstantScoreQuery(any.build());
    }
}
