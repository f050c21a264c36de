package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store of salts does. */
abstract class SaltStoreContract {
    /** Returns an empty store. */
    abstract SaltStore store();

    @Test
    void returns_the_first_salt_when_it_is_asked_again() {
        SaltStore store = store();

        byte[] first = store.saltOf("a", new byte[] {1, 2});
        byte[] second = store.saltOf("a", new byte[] {3, 4});

        assertThat(first).containsExactly(1, 2);
        assertThat(second).containsExactly(1, 2);
    }

    @Test
    void keeps_salts_apart_when_handles_differ() {
        SaltStore store = store();

        store.saltOf("a", new byte[] {1});

        assertThat(store.saltOf("b", new byte[] {2})).containsExactly(2);
    }

    @Test
    void keeps_a_fresh_salt_when_the_old_one_was_forgotten() {
        SaltStore store = store();
        store.saltOf("a", new byte[] {1});

        boolean forgotten = store.forget("a");
        boolean again = store.forget("a");

        assertThat(forgotten).isTrue();
        assertThat(again).isFalse();
        assertThat(store.saltOf("a", new byte[] {2})).containsExactly(2);
    }

    @Test
    void keeps_its_salt_when_a_caller_changes_the_array() {
        SaltStore store = store();
        byte[] fresh = {1};

        store.saltOf("a", fresh)[0] = 9;
        fresh[0] = 8;

        assertThat(store.saltOf("a", new byte[] {2})).containsExactly(1);
    }

    @Test
    void gives_one_salt_when_threads_ask_at_the_same_time() throws Exception {
        SaltStore store = store();
        int callers = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            Set<Byte> seen = new HashSet<>();
            List<Future<Byte>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                byte mine = (byte) i;
                Callable<Byte> ask = () -> {
                    start.await();
                    return store.saltOf("crowd", new byte[] {mine})[0];
                };
                answers.add(threads.submit(ask));
            }

            start.countDown();
            for (Future<Byte> answer : answers) {
                seen.add(answer.get(30, TimeUnit.SECONDS));
            }

            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
