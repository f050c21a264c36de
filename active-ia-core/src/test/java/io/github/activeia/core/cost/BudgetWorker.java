package io.github.activeia.core.cost;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.BudgetAnswer.Granted;
import io.github.activeia.core.store.FailPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicLong;

/** One of two nodes, as a process of its own: says {@code ready}, waits for a line, and then prints what it was granted. */
final class BudgetWorker {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Account ANA = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));

    private BudgetWorker() {}

    /** Takes the server and the prefix of the keys. */
    public static void main(String[] arguments) throws IOException {
        try (RedisBudgetStore store =
                RedisBudgetStore.connect(URI.create(arguments[0]), arguments[1], Duration.ofSeconds(20))) {
            Budgets budgets = budgets(store);
            System.out.println("ready");
            if (System.in.read() >= 0) {
                System.out.println(granted(budgets) + " " + spent(budgets));
            }
        }
    }

    static Budgets budgets(BudgetStore store) {
        return Budgets.builder()
                .per(
                        Scope.STUDENT,
                        Budget.builder().requests(500).window(Window.MONTH).build())
                .per(
                        Scope.COURSE,
                        Budget.builder().tokens(100_000).money("0.1 USD").build())
                .store(store)
                .failPolicy(FailPolicy.CLOSED)
                .clock(NOON)
                .build();
    }

    /** Asks for more requests than there are, each without a model. */
    private static long granted(Budgets budgets) {
        AtomicLong granted = new AtomicLong();
        Crowd.of(16).each(25, () -> {
            if (budgets.reserve(ANA, Spending.request()) instanceof Granted) {
                granted.incrementAndGet();
            }
        });
        return granted.get();
    }

    /** Asks for more tokens and money than there are, with some calls that fail and all others cheaper than their bound. */
    private static long spent(Budgets budgets) {
        AtomicLong spent = new AtomicLong();
        Crowd.of(16).each(25, () -> {
            if (budgets.reserve(ANA, spending(1_000)) instanceof Granted granted) {
                boolean failed = Thread.currentThread().getId() % 4 == 0;
                granted.reservation().settle(failed ? Spending.NOTHING : spending(600));
                spent.addAndGet(failed ? 0 : 600);
            }
        });
        return spent.get();
    }

    /** A further call of a question, so that no request is counted; a token costs a millionth. */
    private static Spending spending(long tokens) {
        return new Spending(0, tokens, new Money(BigDecimal.valueOf(tokens, 6), Currency.getInstance("USD")));
    }

    static BudgetStatus status(Budgets budgets) {
        return budgets.remaining(ANA);
    }
}
