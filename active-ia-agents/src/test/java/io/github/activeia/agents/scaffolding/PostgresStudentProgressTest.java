package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.PostgresSessionSettings;
import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.agents.testing.StudentProgressContract;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresStudentProgressTest extends StudentProgressContract {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private final String table = "progress_" + TABLES.incrementAndGet();
    private TestDatabase database;

    @BeforeEach
    void create(TestDatabase found) {
        database = found;
        store(Clock.systemUTC(), Duration.ofDays(1)).createTable();
    }

    @Override
    protected StudentProgress node(Clock time, Duration timeToLive) {
        return StudentProgress.in(store(time, timeToLive));
    }

    private PostgresSessionStore store(Clock time, Duration timeToLive) {
        return PostgresSessionStore.of(
                database.dataSource(),
                PostgresSessionSettings.builder()
                        .table(table)
                        .clock(time)
                        .timeToLive(timeToLive)
                        .timeout(Duration.ofSeconds(60))
                        .build());
    }
}
