package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.store.SqlTable;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.event.Level;

@ExtendWith(PostgresExtension.class)
class PostgresCacheTest extends CacheContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TABLE = "active_ia_cache";

    private static final GuardSettings PATIENT = GuardSettings.builder()
            .timeLimit(Duration.ofSeconds(20))
            .maxConcurrentCalls(16)
            .build();

    private final CapturedLog log = new CapturedLog();
    private TestDatabase database;
    private PostgresCache cache;

    @BeforeEach
    void open(TestDatabase made) {
        database = made;
        PostgresCache.createTable(made.dataSource(), TABLE);
        cache = PostgresCache.over(made.dataSource(), TABLE, PATIENT);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time, CacheKey key) {
        Awaitility.await().until(() -> cache.get(key).isEmpty());
    }

    @Test
    void returns_nothing_when_the_table_was_emptied() throws SQLException {
        CacheKey key = key();
        cache.put(key, bytes("one"), HOUR);

        execute("truncate active_ia_cache");

        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void keeps_values_when_connections_do_not_commit_by_themselves() {
        CacheKey key = key();
        try (PostgresCache manual = PostgresCache.over(withoutAutoCommit(), TABLE, PATIENT)) {
            manual.put(key, bytes("one"), HOUR);
        }

        assertThat(cache.get(key)).hasValue(bytes("one"));
    }

    @Test
    void removes_expired_rows_a_few_at_a_time_when_others_are_written() throws SQLException {
        execute("insert into active_ia_cache select 'old:' || n, '', now() - interval '1 second'"
                + " from generate_series(1, 100) n");

        cache.put(key(), bytes("one"), HOUR);
        long first = count("select count(*) from active_ia_cache where key like 'old:%'");
        Stream.generate(CacheContract::key).limit(16).forEach(key -> cache.put(key, bytes("two"), HOUR));
        long second = count("select count(*) from active_ia_cache where key like 'old:%'");

        assertThat(first).isEqualTo(36);
        assertThat(second).isZero();
    }

    @Test
    void uses_another_table_when_it_is_named() throws SQLException {
        execute("create schema if not exists tutor");
        PostgresCache.createTable(database.dataSource(), "tutor.select");
        CacheKey key = key();
        try (PostgresCache other = PostgresCache.over(database.dataSource(), "tutor.select", PATIENT)) {
            other.put(key, bytes("one"), HOUR);

            assertThat(other.get(key)).hasValue(bytes("one"));
            assertThat(cache.get(key)).isEmpty();
            assertThat(count("select count(*) from pg_indexes where schemaname = 'tutor'"
                            + " and indexname = 'select_expires_at'"))
                    .isOne();
        }
    }

    @Test
    void creates_the_table_once_when_nodes_start_together() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> start = () -> {
                PostgresCache.createTable(database.dataSource(), "together");
                return null;
            };

            for (Future<Void> node : nodes.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(count("select count(*) from together")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cache", "a.b.c", "a;drop table b", "a\"", "a\n", "1a", ".a", "ñ"})
    void refuses_a_table_when_the_name_could_be_something_else(String table) {
        assertThatThrownBy(() -> PostgresCache.over(database.dataSource(), table, PATIENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table must be table or schema.table");
    }

    @Test
    void says_what_to_do_when_the_table_cannot_be_created() {
        assertThatThrownBy(() -> PostgresCache.createTable(database.dataSource(), "nowhere.cache"))
                .isInstanceOf(CacheTableException.class)
                .hasMessageContaining("PostgresCache.script");
    }

    @Test
    void warns_once_with_the_class_when_the_table_is_missing() {
        GuardedCache guard = guard(database.dataSource(), "missing", Duration.ofSeconds(20));
        try (guard) {
            for (int call = 0; call < 5; call++) {
                assertThat(guard.get(key())).isEmpty();
                guard.put(key(), bytes("one"), HOUR);
            }
        }

        assertThat(log.at(Level.WARN)).singleElement().asString().contains("PSQLException 42P01");
        assertThat(guard.available()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish"})
    void loads_when_the_database_says_nothing_or_rubbish(String saying) throws Exception {
        try (StrangeServer server = new StrangeServer(bytes(saying))) {
            PGSimpleDataSource strange = new PGSimpleDataSource();
            strange.setUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/x?user=u");
            try (GuardedCache guard = guard(strange, TABLE, Duration.ofMillis(50))) {
                CachedValues<String> values = CachedValues.of(guard, CacheCodec.utf8());

                for (int call = 0; call < 10; call++) {
                    assertThat(values.get(key(), () -> "loaded")).isEqualTo("loaded");
                }

                assertThat(guard.available()).isFalse();
            }
        }

        assertThat(log.at(Level.WARN)).hasSize(1);
    }

    private GuardedCache guard(DataSource connections, String table, Duration timeLimit) {
        PostgresStore store = new PostgresStore(connections, new SqlTable(table));
        return new GuardedCache(
                "postgres", store, GuardSettings.builder().timeLimit(timeLimit).build(), log);
    }

    private DataSource withoutAutoCommit() {
        DataSource plain = database.dataSource();
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(plain, arguments);
                    if (result instanceof Connection connection) {
                        connection.setAutoCommit(false);
                    }
                    return result;
                });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
