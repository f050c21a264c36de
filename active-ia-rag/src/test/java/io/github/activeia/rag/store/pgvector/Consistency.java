package io.github.activeia.rag.store.pgvector;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Compares everything that a store counts with the rows that it counted; as a superuser, who sees all courses. */
final class Consistency {
    private static final String TERMS =
            """
            SELECT concat_ws(' ', 'term', course, term, t.word, 'stored', t.chunks, t.solutions, 'counted', r.chunks, r.solutions)
            FROM (SELECT course, term, count(*) AS chunks, count(*) FILTER (WHERE content_type = 'solucion') AS solutions
                FROM %slexicon_all, unnest(terms || words) AS term GROUP BY 1, 2) r
            FULL JOIN %sterms t USING (course, term)
            WHERE (t.chunks, t.solutions) IS DISTINCT FROM (r.chunks, r.solutions)""";

    private static final String LENGTHS =
            """
            SELECT concat_ws(' ', 'length', course, language, content_type, s.chunks, s.length, 'counted', r.chunks, r.length)
            FROM (SELECT course, language, content_type, count(*) AS chunks, sum(length) AS length
                FROM %slexicon_all GROUP BY 1, 2, 3) r
            FULL JOIN %sstatistics s USING (course, language, content_type)
            WHERE (coalesce(s.chunks, 0), coalesce(s.length, 0))
                IS DISTINCT FROM (coalesce(r.chunks, 0), coalesce(r.length, 0))""";

    private static final String ROWS = "SELECT concat_ws(' ', 'row', d.no, l.no) FROM %sdocuments_all d"
            + " FULL JOIN %slexicon_all l ON (d.no, d.course, d.content_type) = (l.no, l.course, l.content_type)"
            + " WHERE d.no IS NULL OR l.no IS NULL";

    private static final String CATALOG =
            """
            SELECT concat_ws(' ', 'source', course, source_file, s.chunks, 'counted', d.chunks)
            FROM (SELECT course, source_file, count(*) AS chunks FROM %sdocuments_all GROUP BY 1, 2) d
            FULL JOIN %ssources s USING (course, source_file)
            WHERE s.chunks IS DISTINCT FROM coalesce(d.chunks, 0)""";

    private Consistency() {}

    /** Returns what does not agree. */
    static List<String> faults(DataSource source, String prefix) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String sql : new String[] {TERMS, LENGTHS, ROWS, CATALOG}) {
            faults.addAll(Sql.column(source, sql.replace("%s", prefix)));
        }
        return faults;
    }
}
