package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.RedisSessionSettings;
import io.github.activeia.agents.session.RedisSessionStore;
import io.github.activeia.agents.testing.StudentProgressContract;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisStudentProgressTest extends StudentProgressContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final List<RedisSessionStore> nodes = new ArrayList<>();
    private final int test = TESTS.incrementAndGet();
    private TestRedis redis;

    @BeforeEach
    void find(TestRedis found) {
        redis = found;
    }

    @AfterEach
    void close() {
        nodes.forEach(RedisSessionStore::close);
    }

    @Override
    protected StudentProgress node(Clock time, Duration timeToLive) {
        RedisSessionStore node = RedisSessionStore.connect(
                redis.uri(),
                RedisSessionSettings.builder()
                        .keyPrefix(redis.keyPrefix() + "progress" + test + ":")
                        .clock(time)
                        .timeToLive(timeToLive)
                        .timeout(Duration.ofSeconds(20))
                        .build());
        nodes.add(node);
        return StudentProgress.in(node);
    }
}
