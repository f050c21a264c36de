package io.github.activeia.samples.benchmarks;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The least that one can do with pgvector: a table filled by binary COPY, and one SELECT. With an HNSW index, or exact. */
final class PlainSqlContender implements Contender {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER = 1 << 16;

    private final Site site;
    private final boolean indexed;
    private final HikariDataSource pool;

    PlainSqlContender(Site site, boolean indexed) {
        this.site = site;
        this.indexed = indexed;
        this.pool = site.database().pool(site.schema());
        site.database()
                .execute("CREATE TABLE " + table() + " (id text, course text, body text, embedding vector("
                        + site.dataset().dimension() + "))");
    }

    @Override
    public Loading load(List<Row> rows) {
        Stopwatch watch = new Stopwatch();
        try (Connection connection = pool.getConnection()) {
            copy(connection, rows);
        } catch (SQLException | IOException e) {
            throw Database.failure(e);
        }
        Duration stored = watch.elapsed();
        if (!indexed) {
            return Loading.withoutIndex(stored);
        }
        site.database().execute("CREATE INDEX ON " + table() + " USING hnsw (embedding vector_cosine_ops)");
        return new Loading(stored, watch.elapsed());
    }

    @Override
    public List<String> search(Search search) {
        String filter = search.course() == null ? "" : " WHERE course = ?";
        String query =
                "SELECT id, body, embedding <=> ? FROM passages" + filter + " ORDER BY 3 LIMIT " + Search.RESULTS;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, new PGvector(search.question().vector()));
            if (search.course() != null) {
                statement.setString(2, search.course());
            }
            return ids(statement);
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    @Override
    public long bytes() {
        return site.database().bytes(site.schema());
    }

    @Override
    public void close() {
        pool.close();
    }

    private String table() {
        return site.schema() + ".passages";
    }

    private static List<String> ids(PreparedStatement statement) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static void copy(Connection connection, List<Row> rows) throws SQLException, IOException {
        PGConnection wire = connection.unwrap(PGConnection.class);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(wire, "COPY passages FROM STDIN WITH (FORMAT binary)"), BUFFER))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (Row row : rows) {
                out.writeShort(4);
                text(out, row.id());
                text(out, row.course());
                text(out, row.searchText());
                vector(out, row.vector());
            }
            out.writeShort(-1);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The form in which pgvector receives: dimension, two unused bytes, and the values. */
    private static void vector(DataOutputStream out, float[] vector) throws IOException {
        out.writeInt(2 * Short.BYTES + vector.length * Float.BYTES);
        out.writeShort(vector.length);
        out.writeShort(0);
        for (float value : vector) {
            out.writeFloat(value);
        }
    }
}
