package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.testing.SessionStoreContract;
import io.github.activeia.core.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemorySessionStoreTest extends SessionStoreContract {
    private @Nullable SessionStore store;

    @Override
    protected SessionStore node(Clock time, Duration timeToLive) {
        if (store == null) {
            store = SessionStore.inMemory(time, timeToLive);
        }
        return store;
    }

    @Test
    void refuses_a_time_to_live_of_nothing() {
        assertThatThrownBy(() -> SessionStore.inMemory(Clock.systemUTC(), Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("timeToLive must be at least 1 ms");
    }
}
