package io.github.activeia.core.cost;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.Account;
import io.github.activeia.core.Faults;
import io.github.activeia.core.cost.BudgetAnswer.Exhausted;
import io.github.activeia.core.cost.BudgetAnswer.Granted;
import io.github.activeia.core.cost.BudgetAnswer.Unavailable;
import io.github.activeia.core.cost.BudgetAnswer.Unpriced;
import io.github.activeia.core.cost.BudgetStore.Taken;
import io.github.activeia.core.store.FailPolicy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budgets of students, courses and institutions. Before a call its upper bound is reserved from all budgets that it touches, or
 * from none; after it the reservation is settled. So no budget is ever passed, however many nodes ask at once, as long as no call takes
 * more than was reserved for it.
 *
 * <pre>{@code
 * Budgets budgets = Budgets.builder()
 *         .per(Scope.STUDENT, Budget.builder().requests(60).tokens(100_000).window(Window.DAY).build())
 *         .per(Scope.COURSE, Budget.builder().money("3.00 USD").window(Window.MONTH).build())
 *         .zone(ZoneId.of("America/Argentina/Mendoza"))
 *         .build();
 * BudgetAnswer answer = budgets.reserve(account, Spending.of(1, bound, prices.cost(provider, model, bound).orElse(null)));
 * if (answer instanceof BudgetAnswer.Granted granted) {
 *     granted.reservation().settle(Spending.of(1, used, cost));
 * }
 * }</pre>
 *
 * <p>Nodes whose clocks differ change from one window to the next at different moments. Thread-safe.
 */
public final class Budgets {
    private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    /** A call that ends after its window still finds the counters, on a node whose clock is behind too. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final List<BudgetLimit> limits;
    private final BudgetStore store;
    private final BudgetStore own;
    private final FailPolicy failPolicy;
    private final ZoneId zone;
    private final Clock clock;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    /** A limit, what is taken of it, and how it stands. */
    record Claimed(BudgetLimit limit, BudgetClaim claim, Instant resetsAt, long used) {
        BudgetLine line() {
            return limit.line(used, resetsAt);
        }

        Claimed with(long nowUsed) {
            return new Claimed(limit, claim, resetsAt, nowUsed);
        }
    }

    private Budgets(Builder builder) {
        limits = builder.limits.stream()
                .sorted(Comparator.comparing(BudgetLimit::measure))
                .toList();
        clock = Objects.requireNonNullElse(builder.clock, Clock.systemUTC());
        zone = Objects.requireNonNullElse(builder.zone, ZoneOffset.UTC);
        failPolicy = Objects.requireNonNullElse(builder.failPolicy, FailPolicy.OPEN);
        own = BudgetStore.inMemory(clock);
        store = Objects.requireNonNullElse(builder.store, own);
    }

    /** Starts budgets without a limit. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns budgets that limit nothing and count nothing. */
    public static Budgets unlimited() {
        return builder().build();
    }

    /** Returns whether anything is limited. */
    public boolean limited() {
        return !limits.isEmpty();
    }

    /** Reserves the upper bound of a call from every budget of the account, or from none; never throws for an outage. */
    public BudgetAnswer reserve(Account account, Spending bound) {
        Scope unpriced = unpriced(account, bound);
        if (unpriced != null) {
            return new Unpriced(unpriced);
        }
        List<Claimed> claims = claims(account, bound);
        try {
            return take(store, claims);
        } catch (RuntimeException failure) {
            warn(failure);
            return failPolicy == FailPolicy.OPEN ? take(own, claims) : new Unavailable();
        }
    }

    /**
     * Says how far a call of this bound could go now, and counts nothing. An answer may be out of date when it is used:
     * {@link #reserve} decides.
     */
    public Allowance allowance(Account account, Spending bound) {
        if (unpriced(account, bound) != null) {
            return Allowance.CHEAPER_MODEL;
        }
        List<Claimed> claims = claims(account, bound);
        try {
            return allowance(claims, used(store, claims));
        } catch (RuntimeException failure) {
            warn(failure);
            return failPolicy == FailPolicy.OPEN ? allowance(claims, used(own, claims)) : Allowance.NOTHING;
        }
    }

    /** Returns how every limit of the account stands: what a reply tells of what remains and when it resets. */
    public BudgetStatus remaining(Account account) {
        List<Claimed> claims = claims(account, Spending.NOTHING);
        try {
            return status(claims, used(store, claims), true);
        } catch (RuntimeException failure) {
            warn(failure);
            return status(claims, used(own, claims), false);
        }
    }

    /** Never fails: a call that was made must not lose its answer for its bill. */
    void correct(BudgetStore reservedIn, List<Claimed> claims, Spending actual) {
        Instant now = clock.instant();
        List<BudgetClaim> corrections = new ArrayList<>();
        for (Claimed claimed : claims) {
            OptionalLong amount = claimed.limit().amount(actual);
            long difference =
                    amount.orElse(claimed.claim().amount()) - claimed.claim().amount();
            if (difference != 0 && now.isBefore(claimed.resetsAt())) {
                corrections.add(claimed.claim().withAmount(difference));
            }
        }
        try {
            if (!corrections.isEmpty()) {
                reservedIn.correct(corrections);
            }
        } catch (RuntimeException failure) {
            warn(failure);
        }
    }

    boolean shares(BudgetStore reservedIn) {
        return reservedIn == store;
    }

    private @Nullable Scope unpriced(Account account, Spending bound) {
        return limits.stream()
                .filter(limit -> limit.amount(bound).isEmpty())
                .map(BudgetLimit::scope)
                .filter(scope -> scope.key(account).isPresent())
                .findFirst()
                .orElse(null);
    }

    private List<Claimed> claims(Account account, Spending spending) {
        Instant now = clock.instant();
        List<Claimed> claims = new ArrayList<>();
        for (BudgetLimit limit : limits) {
            limit.scope().key(account).ifPresent(key -> {
                Window.Span span = limit.window().at(now, zone);
                String name = key + ":" + limit.measure() + ":" + limit.window() + ":"
                        + span.start().getEpochSecond();
                Duration keep = Duration.between(now, span.end()).plus(GRACE);
                long amount = limit.amount(spending).orElseThrow();
                claims.add(new Claimed(limit, new BudgetClaim(name, amount, limit.limit(), keep), span.end(), 0));
            });
        }
        return claims;
    }

    private BudgetAnswer take(BudgetStore from, List<Claimed> claims) {
        if (claims.isEmpty()) {
            return new Granted(new Reservation(this, from, claims));
        }
        Taken taken = from.take(claims.stream().map(Claimed::claim).toList());
        List<Claimed> counted = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            counted.add(claims.get(i).with(taken.used().get(i)));
        }
        if (taken.taken()) {
            return new Granted(new Reservation(this, from, counted));
        }
        Claimed passed = counted.stream()
                .filter(claimed -> claimed.claim().exceeds(claimed.used()))
                .findFirst()
                .orElseThrow();
        BigDecimal wanted =
                passed.limit().line(passed.claim().amount(), passed.resetsAt()).used();
        return new Exhausted(passed.line(), wanted);
    }

    /** Asks without counting. */
    private static List<Long> used(BudgetStore from, List<Claimed> claims) {
        List<BudgetClaim> questions =
                claims.stream().map(claimed -> claimed.claim().withAmount(0)).toList();
        return questions.isEmpty() ? List.of() : from.take(questions).used();
    }

    private static Allowance allowance(List<Claimed> claims, List<Long> used) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).claim().exceeds(used.get(i))) {
                return claims.get(i).limit().measure().leaves();
            }
        }
        return Allowance.THIS_MODEL;
    }

    private static BudgetStatus status(List<Claimed> claims, List<Long> used, boolean shared) {
        List<BudgetLine> lines = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            lines.add(claims.get(i).with(used.get(i)).line());
        }
        return new BudgetStatus(lines, shared);
    }

    private void warn(RuntimeException failure) {
        Instant now = clock.instant();
        Instant next = nextWarning.get();
        if (!now.isBefore(next) && nextWarning.compareAndSet(next, now.plus(BETWEEN_WARNINGS))) {
            LOG.warn(
                    "the store of the budgets does not answer ({}); until it does, budgets {}",
                    failure.getClass().getSimpleName(),
                    failPolicy == FailPolicy.OPEN ? "are counted by each node alone" : "grant nothing");
        }
    }

    /** Collects the parts of the budgets. Not thread-safe. */
    public static final class Builder {
        private final List<BudgetLimit> limits = new ArrayList<>();
        private @Nullable BudgetStore store;
        private @Nullable FailPolicy failPolicy;
        private @Nullable ZoneId zone;
        private @Nullable Clock clock;

        private Builder() {}

        /** Adds a budget that everybody of a scope has; a scope may have several, with different windows or measures. */
        public Builder per(Scope scope, Budget budget) {
            limits.addAll(BudgetLimit.of(scope, budget));
            return this;
        }

        /** Sets where it is counted; default the memory of this node. The host closes it. */
        public Builder store(BudgetStore value) {
            store = once("store", store, value);
            return this;
        }

        /** Sets what holds while the store does not answer; default {@link FailPolicy#OPEN}. */
        public Builder failPolicy(FailPolicy value) {
            failPolicy = once("failPolicy", failPolicy, value);
            return this;
        }

        /** Sets the zone whose calendar the windows follow; default UTC. All nodes must have the same. */
        public Builder zone(ZoneId value) {
            zone = once("zone", zone, value);
            return this;
        }

        /** Sets the clock; default the system's. */
        public Builder clock(Clock value) {
            clock = once("clock", clock, value);
            return this;
        }

        /**
         * Builds the budgets.
         *
         * @throws io.github.activeia.core.ConfigurationException if one scope has two limits of one measure and window
         */
        public Budgets build() {
            Faults faults = new Faults();
            Set<List<Enum<?>>> seen = new HashSet<>();
            for (BudgetLimit limit : limits) {
                List<Enum<?>> kind = List.of(limit.scope(), limit.measure(), limit.window());
                faults.require(
                        seen.add(kind),
                        "budget",
                        "have one limit for each scope, measure and window",
                        "two for " + kind,
                        "keep the smaller one");
            }
            faults.throwIfAny();
            return new Budgets(this);
        }
    }
}
