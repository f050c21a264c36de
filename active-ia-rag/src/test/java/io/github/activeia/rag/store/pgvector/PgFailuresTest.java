package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PostgresExtension.class)
class PgFailuresTest {
    private static final String SECRET = "s3cr3t-of-the-pool";

    private final TestDatabase database;

    PgFailuresTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void write() throws SQLException {
        try (KnowledgeStore store = open(database.dataSource(), Duration.ofSeconds(30))) {
            Material.write(store, COURSE, "a.md", "La cola circular.");
        }
    }

    @Test
    void search_is_given_up_when_it_takes_too_long() throws SQLException {
        try (KnowledgeStore store = open(database.dataSource(), Duration.ofMillis(100));
                Connection holder = lock()) {
            fails(() -> Material.search(store, COURSE, "cola"), true, "statementTimeout");
            fails(() -> store.documents().list(COURSE), true, "statementTimeout");
            holder.rollback();

            assertThat(Material.search(store, COURSE, "cola")).hasSize(1);
        }
    }

    @Test
    void write_is_given_up_when_another_writer_holds_the_course_too_long() throws SQLException {
        try (KnowledgeStore store = open(database.dataSource(), Duration.ofMillis(200));
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('activeia'), hashtext('" + COURSE.value() + "'))");

            fails(() -> Material.write(store, COURSE, "a.md", "La cola nueva."), true, "writeTimeout");
            fails(() -> store.documents().delete(COURSE, "a.md"), true, "writeTimeout");
            holder.rollback();

            assertThat(Material.texts(Material.search(store, COURSE, "cola"))).containsExactly("La cola circular.");
        }
    }

    @Test
    void search_is_cancelled_when_the_store_is_closed() throws Exception {
        requireCancelled(store -> Material.search(store, COURSE, "cola"));
    }

    @Test
    void write_is_cancelled_when_the_store_is_closed() throws Exception {
        requireCancelled(store -> store.documents().delete(COURSE, "a.md"));

        try (KnowledgeStore store = open(database.dataSource(), Duration.ofSeconds(30))) {
            assertThat(store.documents().list(COURSE)).containsOnlyKeys("a.md");
        }
    }

    @Test
    void nothing_secret_is_told_when_the_server_cannot_be_reached() throws Exception {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"127.0.0.1"});
        nowhere.setPortNumbers(new int[] {freePort()});
        nowhere.setUser("ana");
        nowhere.setPassword(SECRET);

        fails(() -> open(nowhere, Duration.ofSeconds(1)), true, "found none");
    }

    @Test
    void later_attempt_may_succeed_when_the_pool_gives_no_connection() throws SQLException {
        CountingSource pool = new CountingSource(database.dataSource(), true);
        try (pool;
                KnowledgeStore store = open(pool, Duration.ofSeconds(30))) {
            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isClosed()).isFalse();
                fails(() -> Material.search(store, COURSE, "cola"), true, "found none");
            }

            assertThat(Material.search(store, COURSE, "cola")).hasSize(1);
        }
    }

    @Test
    void later_attempt_may_succeed_when_the_server_ends_the_session() throws SQLException {
        CountingSource pool = new CountingSource(database.dataSource(), true);
        try (pool;
                KnowledgeStore store = open(pool, Duration.ofSeconds(30))) {
            Sql.run(
                    database.dataSource(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

            fails(() -> Material.write(store, COURSE, "a.md", "La cola nueva."), true, "connection");
            assertThat(pool.borrowed()).isZero();
        }
    }

    @Test
    void old_version_stays_when_a_text_has_a_character_that_the_server_cannot_keep() throws SQLException {
        try (KnowledgeStore store = open(database.dataSource(), Duration.ofSeconds(30))) {
            fails(() -> Material.write(store, COURSE, "a.md", "El alumno Juan \u0000 Pérez."), false, "U+0000");

            assertThat(Material.texts(Material.search(store, COURSE, "cola"))).containsExactly("La cola circular.");
        }
        assertThat(Consistency.faults(database.dataSource(), "knowledge_")).isEmpty();
    }

    @Test
    void no_text_of_a_row_is_told_when_the_server_refuses_it() throws SQLException {
        try (KnowledgeStore store = open(database.dataSource(), Duration.ofSeconds(30))) {
            Sql.run(
                    database.dataSource(),
                    "ALTER TABLE knowledge_sources ADD CONSTRAINT short CHECK (length(source_file) < 20)");
            try {
                fails(() -> Material.write(store, COURSE, "legajo de Juan Pérez.md", "Juan Pérez."), false, "23514");
            } finally {
                Sql.run(database.dataSource(), "ALTER TABLE knowledge_sources DROP CONSTRAINT short");
            }
        }
    }

    private void requireCancelled(java.util.function.Consumer<KnowledgeStore> call) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        KnowledgeStore store = open(database.dataSource(), Duration.ofMinutes(5));
        try (Connection holder = lock()) {
            Future<Boolean> running = executor.submit(() -> {
                fails(() -> call.accept(store), false, "closed meanwhile");
                return true;
            });
            waitForLock();

            store.close();

            assertThat(running.get()).isTrue();
            holder.rollback();
        }
        executor.shutdown();
    }

    /** Keeps everybody from the chunks, until it is rolled back. */
    private Connection lock() throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK knowledge_documents, knowledge_sources IN ACCESS EXCLUSIVE MODE");
        }
        return holder;
    }

    private void waitForLock() throws SQLException {
        String waiting = "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while (Sql.number(database.dataSource(), waiting) == 0) {
            Thread.onSpinWait();
        }
    }

    private static void fails(ThrowingCallable call, boolean retriable, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(KnowledgeStoreException.class, e -> {
                    assertThat(e.retriable()).as(e.getMessage()).isEqualTo(retriable);
                    StringWriter all = new StringWriter();
                    e.printStackTrace(new PrintWriter(all));
                    for (String secret : List.of(SECRET, "127.0.0.1", "Juan", "password", "INSERT INTO")) {
                        assertThat(all.toString()).doesNotContain(secret);
                    }
                })
                .hasMessageContaining(words);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static KnowledgeStore open(DataSource source, Duration timeout) {
        return PgVectorKnowledgeStore.open(
                source,
                Material.profile(),
                PgVectorSettings.builder()
                        .statementTimeout(timeout)
                        .writeTimeout(timeout)
                        .build());
    }
}
