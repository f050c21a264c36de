package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What BM25 rests on: how often each term of a course occurs, and how long its chunks are. It changes with the chunks, in one transaction. */
final class CourseCounts {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))";

    private static final String REMOVE =
            """
            WITH gone AS (
                DELETE FROM ${k}documents WHERE course = ? AND %s RETURNING no
            ), lost AS (
                DELETE FROM ${k}lexicon l USING gone WHERE l.no = gone.no
                RETURNING l.content_type, l.language, l.length, l.terms, l.words
            ), counted AS (
                SELECT term, count(*) AS chunks, count(*) FILTER (WHERE content_type = ?) AS solutions
                FROM lost, unnest(terms || words) AS term GROUP BY term
            ), fewer AS (
                UPDATE ${k}terms t SET chunks = t.chunks - c.chunks, solutions = t.solutions - c.solutions
                FROM counted c WHERE t.course = ? AND t.term = c.term
                RETURNING t.term, t.chunks
            ), shorter AS (
                UPDATE ${k}statistics s SET chunks = s.chunks - l.chunks, length = s.length - l.length
                FROM (SELECT content_type, language, count(*) AS chunks, sum(length) AS length
                    FROM lost GROUP BY 1, 2) l
                WHERE s.course = ? AND s.content_type = l.content_type AND s.language = l.language
            )
            SELECT coalesce(array_agg(term) FILTER (WHERE chunks <= 0), '{}') FROM fewer""";

    private static final String REMOVE_DOCUMENT = REMOVE.formatted("source_file = ? AND NOT no = ANY (?)");

    private static final String REMOVE_ROWS = REMOVE.formatted("no = ANY (?)");

    private static final String FORGET = "DELETE FROM ${k}terms WHERE course = ? AND term = ANY (?) AND chunks <= 0";

    private static final String ADD_TERMS = "INSERT INTO ${k}terms (course, term, word, chunks, solutions)"
            + " SELECT ?, term, min(word), sum(chunks), sum(solutions)"
            + " FROM unnest(?::integer[], ?::text[], ?::integer[], ?::integer[]) AS t(term, word, chunks, solutions) GROUP BY term"
            + " ON CONFLICT (course, term) DO UPDATE SET chunks = ${prefix}terms.chunks + excluded.chunks,"
            + " solutions = ${prefix}terms.solutions + excluded.solutions";

    private static final String ADD_LENGTHS =
            "INSERT INTO ${k}statistics (course, language, content_type, chunks, length)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (course, language, content_type)"
                    + " DO UPDATE SET chunks = ${prefix}statistics.chunks + excluded.chunks,"
                    + " length = ${prefix}statistics.length + excluded.length";

    private static final String MEANS = "SELECT s.language, greatest(1, sum(s.length)::float8 / sum(s.chunks))"
            + " FROM ${k}statistics s WHERE s.course = ? GROUP BY s.language HAVING sum(s.chunks) > 0";

    private static final String USED_MEANS = "SELECT language, mean FROM ${k}lengths WHERE course = ?";

    private static final String USE_MEAN = "INSERT INTO ${k}lengths (course, language, mean) VALUES (?, ?, ?)"
            + " ON CONFLICT (course, language) DO UPDATE SET mean = excluded.mean";

    /** Gets each term's frequency back from its weight, and weighs it anew; row by row, for the planner knows nothing of new rows. */
    private static final String REWEIGH =
            """
            UPDATE ${k}lexicon k SET weights = (
                SELECT ('{' || string_agg(term || ':' || (tf / (tf + 0.3 + 0.9 * k.length / ?::float8))::real, ',')
                    || '}/1000000000')::sparsevec
                FROM (SELECT split_part(place, ':', 1) AS term,
                        round(weight * (0.3 + 0.9 * k.length / ?::float8) / (1 - weight)) AS tf
                    FROM unnest(string_to_array(btrim(split_part(k.weights::text, '/', 1), '{}'), ',')) AS place,
                        CAST(split_part(place, ':', 2) AS float8) AS weight) counted)
            WHERE k.course = ? AND k.language = ? AND k.length > 0""";

    private final Transaction transaction;
    private final CourseId course;

    CourseCounts(Transaction transaction, CourseId course) {
        this.transaction = transaction;
        this.course = course;
    }

    /** Waits until nobody else writes to the course. */
    void lock() throws SQLException {
        transaction.query(
                LOCK,
                (s, first) -> {
                    s.setString(first, "activeia");
                    s.setString(first + 1, course.value());
                },
                row -> true);
    }

    /** Removes the chunks of a document, but for some that stay. */
    void remove(String source, Collection<Long> staying) throws SQLException {
        remove(REMOVE_DOCUMENT, (s, first) -> {
            s.setString(first, source);
            s.setObject(first + 1, numbers(staying));
            rest(s, first + 2);
        });
    }

    /** Removes chunks by their numbers. */
    void remove(Collection<Long> rows) throws SQLException {
        remove(REMOVE_ROWS, (s, first) -> {
            s.setObject(first, numbers(rows));
            rest(s, first + 1);
        });
    }

    private void remove(String sql, Database.Values values) throws SQLException {
        Integer[] unused = transaction.one(
                sql,
                (s, first) -> {
                    s.setString(first, course.value());
                    values.set(s, first + 1);
                },
                row -> (Integer[]) row.getArray(1).getArray());
        if (unused.length > 0) {
            transaction.update(FORGET, (s, first) -> {
                s.setString(1, course.value());
                s.setObject(2, Arrays.stream(unused).mapToInt(n -> n).toArray());
            });
        }
    }

    private void rest(PreparedStatement s, int first) throws SQLException {
        s.setString(first, ContentType.SOLUTION.value());
        s.setString(first + 1, course.value());
        s.setString(first + 2, course.value());
    }

    private static long[] numbers(Collection<Long> rows) {
        return rows.stream().mapToLong(n -> n).toArray();
    }

    /** Adds what a document brings. */
    void add(DocumentTerms document) throws SQLException {
        List<DocumentTerms.Count> counts = document.counts();
        transaction.update(ADD_TERMS, (s, first) -> {
            s.setString(1, course.value());
            s.setObject(2, counts.stream().mapToInt(c -> c.number).toArray());
            s.setObject(3, counts.stream().map(c -> c.word).toArray(String[]::new));
            s.setObject(4, counts.stream().mapToInt(c -> c.chunks).toArray());
            s.setObject(5, counts.stream().mapToInt(c -> c.solutions).toArray());
        });
        for (Map.Entry<DocumentTerms.Length, Long> length : document.lengths().entrySet()) {
            addLength(length.getKey(), document.chunks().getOrDefault(length.getKey(), 0), length.getValue());
        }
    }

    /** Adds nothing but the course itself, so that it is known even if its documents are empty. */
    void addCourse(String language) throws SQLException {
        addLength(new DocumentTerms.Length(language, ContentType.THEORY), 0, 0);
    }

    private void addLength(DocumentTerms.Length key, int chunks, long length) throws SQLException {
        transaction.update(ADD_LENGTHS, (s, first) -> {
            s.setString(1, course.value());
            s.setString(2, key.language());
            s.setString(3, key.type().value());
            s.setInt(4, chunks);
            s.setLong(5, length);
        });
    }

    /** Returns the mean lengths that the weights rest on, by language. */
    Map<String, Float> usedMeans() throws SQLException {
        Map<String, Float> means = new HashMap<>();
        transaction.query(
                USED_MEANS,
                (s, first) -> s.setString(first, course.value()),
                row -> means.put(row.getString(1), row.getFloat(2)));
        return means;
    }

    /** Makes the weights again where the mean length has moved too far from the one that they rest on. */
    void settle(Map<String, Float> used) throws SQLException {
        Map<String, Double> actual = new HashMap<>();
        transaction.query(
                MEANS,
                (s, first) -> s.setString(first, course.value()),
                row -> actual.put(row.getString(1), row.getDouble(2)));
        Map<String, Float> stored = usedMeans();
        for (Map.Entry<String, Double> mean : actual.entrySet()) {
            String language = mean.getKey();
            Float before = used.getOrDefault(language, stored.get(language));
            if (before == null) {
                continue;
            }
            if (!Bm25.holds(before, mean.getValue())) {
                reweigh(language, before, mean.getValue());
                use(language, mean.getValue().floatValue());
            } else if (!before.equals(stored.get(language))) {
                use(language, before);
            }
        }
    }

    private void reweigh(String language, double before, double now) throws SQLException {
        transaction.update(REWEIGH, (s, first) -> {
            s.setDouble(1, now);
            s.setDouble(2, before);
            s.setString(3, course.value());
            s.setString(4, language);
        });
    }

    private void use(String language, float mean) throws SQLException {
        transaction.update(USE_MEAN, (s, first) -> {
            s.setString(1, course.value());
            s.setString(2, language);
            s.setFloat(3, mean);
        });
    }
}
