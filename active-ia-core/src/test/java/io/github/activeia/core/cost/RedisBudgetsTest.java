package io.github.activeia.core.cost;

import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisBudgetsTest extends BudgetsContract {
    private static RedisBudgetStore store;

    @BeforeAll
    static void connect(TestRedis redis) {
        store = RedisBudgetStore.connect(redis.uri(), redis.keyPrefix(), Duration.ofSeconds(20));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    BudgetStore store() {
        return store;
    }
}
