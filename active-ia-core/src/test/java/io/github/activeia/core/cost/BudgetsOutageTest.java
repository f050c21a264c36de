package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.BudgetAnswer.Exhausted;
import io.github.activeia.core.cost.BudgetAnswer.Granted;
import io.github.activeia.core.cost.BudgetAnswer.Unavailable;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.OwnRedis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetsOutageTest {
    private static final Account ANA = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");

    /** A store that is down. */
    private static final class DownStore implements BudgetStore {
        @Override
        public Taken take(List<BudgetClaim> claims) {
            throw new IllegalStateException("down");
        }

        @Override
        public void correct(List<BudgetClaim> claims) {
            throw new IllegalStateException("down");
        }
    }

    @Test
    void loses_no_answer_when_redis_is_killed_in_the_middle() {
        AtomicInteger answers = new AtomicInteger();
        try (OwnRedis redis = OwnRedis.start();
                RedisBudgetStore store = RedisBudgetStore.connect(redis.uri(), "t:", Duration.ofSeconds(5))) {
            Budgets budgets = budgets(store, FailPolicy.OPEN, 1_000_000);
            AtomicInteger calls = new AtomicInteger();

            Crowd.of(8).each(100, () -> {
                if (calls.incrementAndGet() == 200) {
                    redis.kill();
                }
                if (budgets.reserve(ANA, Spending.request()) instanceof Granted granted) {
                    granted.reservation().settle(Spending.request());
                    answers.incrementAndGet();
                }
            });

            assertThat(answers).hasValue(800);
            assertThat(budgets.remaining(ANA).shared()).isFalse();
        }
    }

    @Test
    void counts_with_the_others_again_when_redis_is_back() {
        try (OwnRedis redis = OwnRedis.start();
                RedisBudgetStore store = RedisBudgetStore.connect(redis.uri(), "t:", Duration.ofSeconds(5))) {
            Budgets budgets = budgets(store, FailPolicy.OPEN, 2);
            BudgetAnswer before = budgets.reserve(ANA, Spending.request());
            redis.kill();
            BudgetAnswer during = budgets.reserve(ANA, Spending.request());
            ((Granted) before).reservation().release();
            redis.restart();

            BudgetStatus after = budgets.remaining(ANA);

            assertThat(before.allowance()).isEqualTo(Allowance.THIS_MODEL);
            assertThat(((Granted) before).reservation().status().shared()).isTrue();
            assertThat(((Granted) during).reservation().status().shared()).isFalse();
            assertThat(after.shared()).isTrue();
            assertThat(after.lines().get(0).used()).isZero();
        }
    }

    @Test
    void answers_when_redis_accepts_and_says_nothing() {
        try (OwnRedis redis = OwnRedis.start();
                RedisBudgetStore store = RedisBudgetStore.connect(redis.uri(), "t:", Duration.ofMillis(50))) {
            Budgets budgets = budgets(store, FailPolicy.OPEN, 1);
            redis.stall();

            BudgetAnswer answer = budgets.reserve(ANA, Spending.request());

            assertThat(answer).isInstanceOf(Granted.class);
            assertThat(budgets.remaining(ANA).shared()).isFalse();
        }
    }

    @Test
    void counts_alone_when_it_fails_open() {
        Budgets budgets = budgets(new DownStore(), FailPolicy.OPEN, 1);

        BudgetAnswer first = budgets.reserve(ANA, Spending.request());
        BudgetAnswer second = budgets.reserve(ANA, Spending.request());

        assertThat(first).isInstanceOf(Granted.class);
        assertThat(second).isInstanceOf(Exhausted.class);
        assertThat(budgets.allowance(ANA, Spending.request())).isEqualTo(Allowance.NOTHING);
        assertThat(budgets.remaining(ANA).lines().get(0).used()).isEqualByComparingTo("1");
    }

    @Test
    void grants_nothing_when_it_fails_closed() {
        Budgets budgets = budgets(new DownStore(), FailPolicy.CLOSED, 1);

        assertThat(budgets.reserve(ANA, Spending.request())).isEqualTo(new Unavailable());
        assertThat(budgets.reserve(ANA, Spending.request()).allowance()).isEqualTo(Allowance.NOTHING);
        assertThat(budgets.allowance(ANA, Spending.request())).isEqualTo(Allowance.NOTHING);
        assertThat(budgets.remaining(ANA).shared()).isFalse();
    }

    @Test
    void warns_once_a_minute_and_of_nobody_when_the_store_is_down() {
        Budgets budgets = budgets(new DownStore(), FailPolicy.OPEN, 100);

        String log = logged(() -> {
            for (int i = 0; i < 10; i++) {
                budgets.reserve(ANA, Spending.request());
            }
            clock.advance(Duration.ofMinutes(1));
            budgets.remaining(ANA);
        });

        assertThat(log.lines().filter(line -> line.contains("does not answer"))).hasSize(2);
        assertThat(log).contains("are counted by each node alone").doesNotContain("alumna", "algoritmos");
    }

    private Budgets budgets(BudgetStore store, FailPolicy outage, long requests) {
        return Budgets.builder()
                .per(Scope.STUDENT, Budget.builder().requests(requests).build())
                .store(store)
                .failPolicy(outage)
                .clock(clock)
                .build();
    }

    /** The tests' logger writes to the standard error. */
    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
