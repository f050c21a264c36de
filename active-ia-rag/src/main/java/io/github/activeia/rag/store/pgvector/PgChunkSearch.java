package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.Vocabulary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches the tables with both legs, in one statement. */
final class PgChunkSearch implements ChunkSearch {
    /** How many chunks can be compared one by one while the walk through the index visits one: read in order, and not by hops. */
    private static final int VISIT = 8;

    private static final int MAX_CHARACTERS = 20_000;

    private static final String CANDIDATES =
            "SELECT * FROM ${k}candidates(?, ?, ?, ?, CAST(? AS real[])::${vector_type}, ?, ?)";

    private static final String SECTION = "SELECT " + ChunkColumns.LIST
            + " FROM ${k}documents WHERE course = ? AND source_id = ? AND content_type <> ? ORDER BY source_file, position";

    private final Database database;
    private final ChunkTerms terms;
    private final Vectors vectors;

    PgChunkSearch(Database database, ChunkTerms terms, Vectors vectors) {
        this.database = database;
        this.terms = terms;
        this.vectors = vectors;
    }

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
        Asked asked = asked(query.course(), query.text());
        return database.query(
                query.course(),
                CANDIDATES,
                (statement, first) -> ask(statement, first, query, asked),
                PgChunkSearch::candidate);
    }

    @Override
    public List<Chunk> section(CourseId course, String sectionId) {
        return database.query(
                course,
                SECTION,
                (statement, first) -> {
                    statement.setString(first, course.value());
                    statement.setString(first + 1, sectionId);
                    statement.setString(first + 2, ContentType.SOLUTION.value());
                },
                ChunkColumns::chunk);
    }

    @Override
    public Vocabulary vocabulary(CourseId course, String text) {
        return new PgVocabulary(database, terms, course, text);
    }

    /** The terms of a question in each language, and how often each was typed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(int[] numbers, String[] languages, int[] counts) {}

    private Asked asked(CourseId course, String text) {
        String read = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
        List<Integer> numbers = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (String language : terms.languages()) {
            Map<Integer, Integer> typed = new LinkedHashMap<>();
            terms.terms(language, read)
                    .forEach(term -> typed.merge(ChunkTerms.number(course, language, term), 1, Integer::sum));
            typed.forEach((number, count) -> {
                numbers.add(number);
                languages.add(language);
                counts.add(count);
            });
        }
        return new Asked(array(numbers), languages.toArray(String[]::new), array(counts));
    }

    private void ask(PreparedStatement statement, int first, CandidateQuery query, Asked asked) throws SQLException {
        statement.setString(first, query.course().value());
        statement.setObject(first + 1, asked.numbers());
        statement.setObject(first + 2, asked.languages());
        statement.setObject(first + 3, asked.counts());
        float[] vector = vectors.question(query.vector());
        if (vector == null) {
            statement.setNull(first + 4, Types.OTHER, "_float4");
        } else {
            statement.setObject(first + 4, vector);
        }
        statement.setObject(first + 5, types(query.contentTypes()));
        statement.setObject(first + 6, limits(query.perLeg()));
    }

    private int[] limits(int perLeg) {
        PgVectorSettings settings = database.settings();
        int exact = settings.index() == VectorIndex.NONE ? Integer.MAX_VALUE : settings.exactLimit();
        return new int[] {
            perLeg, settings.lexicalBudget(), settings.scoredLimit(), exact, Math.max(settings.walk(), perLeg), VISIT
        };
    }

    /** Returns the types that are asked for, or all but solutions. */
    static String[] types(Set<ContentType> contentTypes) {
        return Arrays.stream(ContentType.values())
                .filter(type -> contentTypes.isEmpty() ? type != ContentType.SOLUTION : contentTypes.contains(type))
                .map(ContentType::value)
                .toArray(String[]::new);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                ChunkColumns.chunk(row), row.getDouble(ChunkColumns.COUNT + 1), row.getDouble(ChunkColumns.COUNT + 2));
    }

    private static int[] array(List<Integer> values) {
        return values.stream().mapToInt(v -> v).toArray();
    }
}
