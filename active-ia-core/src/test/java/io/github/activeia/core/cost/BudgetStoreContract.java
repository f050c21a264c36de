package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.cost.BudgetStore.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every store of counters does. */
abstract class BudgetStoreContract {
    private final String prefix = UUID.randomUUID() + ":";

    /** Returns a store; it may hold counters of other tests. */
    abstract BudgetStore store();

    @Test
    void adds_to_all_counters_when_all_have_room() {
        Taken taken = store().take(List.of(claim("a", 2, 10), claim("b", 3, 3)));

        assertThat(taken).isEqualTo(new Taken(true, List.of(2L, 3L)));
        assertThat(used("a", "b")).containsExactly(2L, 3L);
    }

    @Test
    void adds_to_no_counter_when_one_has_no_room() {
        store().take(List.of(claim("b", 3, 3)));

        Taken taken = store().take(List.of(claim("a", 2, 10), claim("b", 1, 3)));

        assertThat(taken).isEqualTo(new Taken(false, List.of(0L, 3L)));
        assertThat(used("a", "b")).containsExactly(0L, 3L);
    }

    @Test
    void lets_nothing_pass_when_nothing_is_asked_of_a_full_counter() {
        store().correct(List.of(claim("a", 7, 3)));

        Taken taken = store().take(List.of(claim("a", 0, 3), claim("b", 1, 3)));

        assertThat(taken).isEqualTo(new Taken(true, List.of(7L, 1L)));
    }

    @Test
    void grants_nothing_when_the_limit_is_zero() {
        assertThat(store().take(List.of(claim("a", 1, 0)))).isEqualTo(new Taken(false, List.of(0L)));
    }

    @Test
    void gives_back_and_adds_when_it_corrects() {
        store().take(List.of(claim("a", 5, 10), claim("b", 5, 10)));

        store().correct(List.of(claim("a", -3, 10), claim("b", 9, 10)));

        assertThat(used("a", "b")).containsExactly(2L, 14L);
    }

    @Test
    void stops_at_zero_when_it_gives_back_more_than_there_is() {
        store().take(List.of(claim("a", 5, 10)));

        store().correct(List.of(claim("a", -8, 10), claim("never", -8, 10)));

        assertThat(used("a", "never")).containsExactly(0L, 0L);
        assertThat(store().take(List.of(claim("never", 10, 10))).taken()).isTrue();
    }

    @Test
    void counts_exactly_when_the_numbers_are_large() {
        long most = 1_000_000_000_000_000L;

        assertThat(store().take(List.of(claim("a", most - 1, most))).taken()).isTrue();
        assertThat(store().take(List.of(claim("a", 2, most))).taken()).isFalse();
        assertThat(store().take(List.of(claim("a", 1, most)))).isEqualTo(new Taken(true, List.of(most)));
    }

    @Test
    void grants_exactly_the_limit_when_64_threads_ask() {
        BudgetStore store = store();
        AtomicLong granted = new AtomicLong();

        Crowd.of(64).each(6, () -> {
            if (store.take(List.of(claim("a", 1, 100), claim("b", 2, 1_000))).taken()) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(100);
        assertThat(used("a", "b")).containsExactly(100L, 200L);
    }

    @Test
    void never_waits_for_itself_when_counters_are_taken_in_any_order() {
        BudgetStore store = store();
        AtomicLong granted = new AtomicLong();
        Random random = new Random(7);

        Crowd.of(16).each(10, () -> {
            List<BudgetClaim> claims = new ArrayList<>(
                    List.of(claim("a", 1, 1_000), claim("b", 1, 1_000), claim("c", 1, 1_000), claim("d", 1, 1_000)));
            synchronized (random) {
                Collections.shuffle(claims, random);
            }
            granted.addAndGet(store.take(claims).taken() ? 1 : 0);
            store.correct(claims.subList(0, 2));
        });

        assertThat(granted).hasValue(160);
        assertThat(used("a", "b", "c", "d").stream().mapToLong(used -> used).sum())
                .isEqualTo(160 * 6);
    }

    final BudgetClaim claim(String key, long amount, long limit) {
        return new BudgetClaim(prefix + key, amount, limit, Duration.ofMinutes(5));
    }

    final List<Long> used(String... keys) {
        return store().take(List.of(keys).stream().map(key -> claim(key, 0, 0)).toList())
                .used();
    }
}
