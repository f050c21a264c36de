package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.store.SqlTable;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PostgresExtension.class)
class PostgresRateLimiterTest extends RateLimiterContract {
    private static final String TABLE = "active_ia_rate";

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final List<PostgresRateLimiter> opened = new ArrayList<>();
    private final TestDatabase database;
    private final String prefix = UUID.randomUUID() + ":";

    PostgresRateLimiterTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    RateLimiter limiter(RateLimits limits) {
        return limiter(limits, Duration.ofSeconds(20));
    }

    /** Moves what the buckets remember into the past, since the database's clock cannot be set. */
    @Override
    void pass(Duration time) {
        execute("update active_ia_rate set full_at = full_at - interval '" + time.toMillis() + " milliseconds'"
                + " where key like '" + prefix + "%'");
    }

    @Override
    Duration slack() {
        return Duration.ofSeconds(50);
    }

    @AfterEach
    void close() {
        opened.forEach(PostgresRateLimiter::close);
    }

    @Test
    void makes_the_table_once_when_nodes_open_it_at_the_same_time() {
        String table = "public.together";
        List<CompletableFuture<PostgresRateLimiter>> nodes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> PostgresRateLimiter.open(
                        database.dataSource(), table, SharedLimiterSettings.defaults(), clock)))
                .toList();

        nodes.forEach(node -> opened.add(node.join()));

        assertThat(count("select count(*) from together")).isZero();
    }

    @Test
    void commits_when_the_hosts_connections_do_not_and_are_strict() {
        RateLimits limits = courseHourly(1);
        PostgresRateLimiter strict =
                kept(PostgresRateLimiter.open(strict(), TABLE, settings(limits, Duration.ofSeconds(20)), clock));

        Optional<Duration> first = strict.tryAcquire(ANA);
        Optional<Duration> second = limiter(limits).tryAcquire(ANA);

        assertThat(first).isEmpty();
        assertThat(second.orElseThrow()).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void keeps_the_limit_when_the_hosts_connections_are_strict_and_many_ask() throws InterruptedException {
        RateLimiter limiter = kept(
                PostgresRateLimiter.open(strict(), TABLE, settings(courseHourly(20), Duration.ofSeconds(20)), clock));

        atOnce(4, thread -> ask(limiter, ANA, 10));
        int left = granted(ask(limiter, ANA, 20));

        // A question that lost to another ten times may be refused as in an outage; none may pass above the limit.
        assertThat(left).isLessThan(20);
        assertThat(granted(ask(limiter, ANA, 20))).isZero();
    }

    @Test
    void names_nobody_in_the_table() throws SQLException {
        limiter(RateLimits.defaults()).tryAcquire(ANA);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(key, ' ') from active_ia_rate")) {
            rows.next();

            assertThat(rows.getString(1)).contains(prefix).doesNotContain("alumna-7", "algoritmos");
        }
    }

    @Test
    @Timeout(60)
    void sweeps_the_buckets_that_are_full_when_a_minute_is_over() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(1, Duration.ofSeconds(1)))
                .course(Rate.of(2, Duration.ofDays(9)))
                .build());
        String rows = "select count(*) from active_ia_rate where key like '" + prefix + "%'";
        limiter.tryAcquire(ANA);
        execute("insert into active_ia_rate select '" + prefix + "' || n, now() - interval '1 hour'"
                + " from generate_series(1, 1200) n");

        clock.advance(Duration.ofMinutes(1));
        limiter.tryAcquire(account("alumna-8", "fisica", null));
        while (count(rows) > 4) {
            Thread.onSpinWait();
        }

        assertThat(count(rows)).isEqualTo(4);
    }

    @Test
    void keeps_the_limit_when_another_node_sweeps_all_the_time() throws SQLException {
        RateLimiter limiter = limiter(courseHourly(30));
        PostgresBuckets sweeper =
                new PostgresBuckets(database.dataSource(), new SqlTable(TABLE), SharedLimiterSettings.defaults());
        CompletableFuture<Integer> asking = CompletableFuture.supplyAsync(() -> granted(ask(limiter, ANA, 60)));

        while (!asking.isDone()) {
            sweeper.sweep();
        }

        assertThat(asking.join()).isEqualTo(30);
    }

    @Test
    void lets_the_policy_decide_when_the_row_of_a_course_is_locked() throws SQLException {
        RateLimits limits = courseHourly(3);
        RateLimiter impatient = limiter(limits, Duration.ofMillis(50));
        limiter(limits).tryAcquire(ANA);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from active_ia_rate for update");

            Optional<Duration> meanwhile = impatient.tryAcquire(ANA);

            connection.rollback();
            assertThat(meanwhile).contains(Duration.ofSeconds(5));
        }
        assertThat(limiter(limits).tryAcquire(ANA)).isEmpty();
    }

    @Test
    void says_what_to_do_when_the_table_is_another_one() {
        execute("create table other (key text, full_at timestamptz)");

        assertThatThrownBy(() -> PostgresRateLimiter.open(
                        database.dataSource(), "other", SharedLimiterSettings.defaults(), clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("the table of the rate limits", "42P10", "PostgresRateLimiter.script");
    }

    @Test
    void says_what_to_do_when_nothing_answers() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/x?user=u&password=hush");

        assertThatThrownBy(() -> PostgresRateLimiter.open(nowhere, TABLE, SharedLimiterSettings.defaults(), clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("08001", "check that the server answers")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rate", "a b", "1st", "x\"; drop table y; --", "a.rate.buckets"})
    void refuses_names_that_are_not_plain(String name) {
        assertThatThrownBy(() -> PostgresRateLimiter.script(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table must be table or schema.table");
    }

    private static RateLimits courseHourly(int questions) {
        return RateLimits.builder()
                .course(Rate.of(questions, Duration.ofHours(1)))
                .build();
    }

    /** Returns connections that commit nothing by themselves, and abort where two transactions meet. */
    private PGSimpleDataSource strict() {
        PGSimpleDataSource source = new ManualCommit();
        source.setUrl(database.jdbcUrl());
        source.setOptions("-c default_transaction_isolation=serializable");
        return source;
    }

    private static final class ManualCommit extends PGSimpleDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(false);
            return connection;
        }
    }

    private RateLimiter limiter(RateLimits limits, Duration bound) {
        return kept(PostgresRateLimiter.open(database.dataSource(), TABLE, settings(limits, bound), clock));
    }

    private SharedLimiterSettings settings(RateLimits limits, Duration bound) {
        return SharedLimiterSettings.builder()
                .limits(limits)
                .failPolicy(FailPolicy.CLOSED)
                .timeBound(bound)
                .keyPrefix(prefix)
                .build();
    }

    private PostgresRateLimiter kept(PostgresRateLimiter limiter) {
        opened.add(limiter);
        return limiter;
    }

    private long count(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
