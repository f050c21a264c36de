package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every limiter keeps. A test of an adapter inherits it, and says how its time passes. */
abstract class RateLimiterContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AGES = Duration.ofDays(300);
    private static final Rate HALF_HOURLY = Rate.of(2, HOUR);
    private static final TenantId NORTH = new TenantId("norte");
    private static final TenantId SOUTH = new TenantId("sur");

    static final Account ANA = account("alumna-7", "algoritmos", null);

    /** Returns a limiter with buckets of its own, which are full. */
    abstract RateLimiter limiter(RateLimits limits);

    /** Lets time pass for the buckets of the limiter. */
    abstract void pass(Duration time);

    /** Returns how much later than {@link #pass} says it may be by the clock of the limiter. */
    Duration slack() {
        return Duration.ZERO;
    }

    static Account account(String student, String course, TenantId tenant) {
        return new Account(new StudentId(student), new CourseId(course), tenant);
    }

    @Test
    void says_how_long_to_wait_when_the_burst_is_over() {
        RateLimiter limiter = student(HALF_HOURLY.burst(3));

        List<Optional<Duration>> burst = ask(limiter, ANA, 3);
        Optional<Duration> refused = limiter.tryAcquire(ANA);

        assertThat(burst).containsOnly(Optional.empty());
        assertWait(refused, Duration.ofMinutes(30));
    }

    @Test
    void lets_the_next_one_through_when_the_wait_is_over_and_not_before() {
        RateLimiter limiter = student(HALF_HOURLY);
        ask(limiter, ANA, 2);
        Duration wait = limiter.tryAcquire(ANA).orElseThrow();

        pass(wait.minusMinutes(1));
        Optional<Duration> before = limiter.tryAcquire(ANA);
        pass(Duration.ofMinutes(1));
        Optional<Duration> after = limiter.tryAcquire(ANA);

        assertWait(before, Duration.ofMinutes(1));
        assertThat(after).isEmpty();
    }

    @Test
    void gives_back_one_token_at_a_time_and_never_more_than_the_capacity() {
        RateLimiter limiter = student(HALF_HOURLY);
        ask(limiter, ANA, 2);

        pass(Duration.ofMinutes(30));
        List<Optional<Duration>> one = ask(limiter, ANA, 2);
        pass(Duration.ofHours(50));
        List<Optional<Duration>> full = ask(limiter, ANA, 3);

        assertThat(granted(one)).isEqualTo(1);
        assertThat(granted(full)).isEqualTo(2);
    }

    @Test
    void takes_nothing_when_it_refuses() {
        RateLimiter limiter = student(HALF_HOURLY);
        ask(limiter, ANA, 20);

        Optional<Duration> refused = limiter.tryAcquire(ANA);

        assertWait(refused, Duration.ofMinutes(30));
    }

    @Test
    void takes_nothing_from_the_student_when_the_course_refuses() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(3, AGES))
                .course(HALF_HOURLY)
                .build());
        Account bea = account("alumna-8", "algoritmos", null);
        ask(limiter, ANA, 10);

        pass(HOUR);
        int third = granted(ask(limiter, ANA, 1));
        int tooMany = granted(ask(limiter, ANA, 5));
        int other = granted(ask(limiter, bea, 1));

        assertThat(List.of(third, tooMany, other)).containsExactly(1, 0, 1);
    }

    @Test
    void takes_nothing_from_student_and_course_when_the_tenant_refuses() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(3, AGES))
                .course(Rate.of(4, AGES))
                .tenant(HALF_HOURLY)
                .build());
        Account ana = account("alumna-7", "algoritmos", NORTH);
        Account bea = account("alumna-8", "algoritmos", NORTH);
        ask(limiter, ana, 10);

        pass(HOUR);
        int third = granted(ask(limiter, ana, 2));
        int fourth = granted(ask(limiter, bea, 1));
        pass(HOUR);
        int courseIsOut = granted(ask(limiter, bea, 1));

        assertThat(List.of(third, fourth, courseIsOut)).containsExactly(1, 1, 0);
    }

    @Test
    void tells_the_longest_wait_when_several_buckets_refuse() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(1, HOUR))
                .course(Rate.of(1, Duration.ofHours(3)))
                .tenant(Rate.of(1, Duration.ofHours(2)))
                .build());
        Account ana = account("alumna-7", "algoritmos", NORTH);
        limiter.tryAcquire(ana);

        Optional<Duration> refused = limiter.tryAcquire(ana);

        assertWait(refused, Duration.ofHours(3));
    }

    @Test
    void counts_students_and_their_courses_apart() {
        RateLimiter limiter = student(HALF_HOURLY);
        ask(limiter, ANA, 2);

        Optional<Duration> student = limiter.tryAcquire(account("alumna-8", "algoritmos", null));
        Optional<Duration> course = limiter.tryAcquire(account("alumna-7", "fisica", null));

        assertThat(student).isEmpty();
        assertThat(course).isEmpty();
        assertThat(limiter.tryAcquire(ANA)).isPresent();
    }

    @Test
    void counts_the_students_of_a_course_together() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(1000, HOUR))
                .course(HALF_HOURLY)
                .build());
        ask(limiter, ANA, 1);
        ask(limiter, account("alumna-8", "algoritmos", null), 1);

        Optional<Duration> third = limiter.tryAcquire(account("alumna-9", "algoritmos", null));
        Optional<Duration> elsewhere = limiter.tryAcquire(account("alumna-9", "fisica", null));

        assertWait(third, Duration.ofMinutes(30));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void counts_the_courses_of_a_tenant_together() {
        RateLimiter limiter = limiter(RateLimits.builder()
                .course(Rate.of(1000, HOUR))
                .tenant(HALF_HOURLY)
                .build());
        ask(limiter, account("alumna-7", "algoritmos", NORTH), 1);
        ask(limiter, account("alumna-8", "fisica", NORTH), 1);

        Optional<Duration> third = limiter.tryAcquire(account("alumna-9", "quimica", NORTH));
        Optional<Duration> other = limiter.tryAcquire(account("alumna-9", "quimica", SOUTH));
        List<Optional<Duration>> without = ask(limiter, ANA, 5);

        assertWait(third, Duration.ofMinutes(30));
        assertThat(other).isEmpty();
        assertThat(without).containsOnly(Optional.empty());
    }

    @Test
    void counts_a_course_apart_when_another_tenant_calls_its_own_the_same() {
        RateLimiter limiter = limiter(RateLimits.builder().course(HALF_HOURLY).build());
        ask(limiter, account("alumna-7", "algoritmos", NORTH), 2);

        Optional<Duration> south = limiter.tryAcquire(account("alumna-7", "algoritmos", SOUTH));
        Optional<Duration> nobody = limiter.tryAcquire(ANA);

        assertThat(south).isEmpty();
        assertThat(nobody).isEmpty();
    }

    @Test
    void lets_everything_through_when_no_limit_applies() {
        RateLimiter limiter = limiter(RateLimits.builder().tenant(HALF_HOURLY).build());

        List<Optional<Duration>> answers = ask(limiter, ANA, 5);

        assertThat(answers).containsOnly(Optional.empty());
    }

    @Test
    void gives_away_each_token_once_when_32_threads_ask_in_two_courses() throws InterruptedException {
        RateLimiter limiter = limiter(RateLimits.builder()
                .student(Rate.of(10, AGES))
                .course(Rate.of(50, AGES))
                .tenant(Rate.of(60, AGES))
                .build());
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();

        atOnce(32, thread -> {
            Account inFirst = account("alumna-" + thread % 8, "algoritmos", NORTH);
            Account inSecond = account("alumna-" + thread % 8, "fisica", NORTH);
            first.addAndGet(granted(ask(limiter, inFirst, 5)));
            second.addAndGet(granted(ask(limiter, inSecond, 5)));
        });

        assertThat(first.get() + second.get()).isEqualTo(60);
        assertThat(first).hasValueLessThanOrEqualTo(50);
        assertThat(second).hasValueLessThanOrEqualTo(50);
    }

    @Test
    void gives_a_student_the_burst_and_no_more_when_32_threads_ask() throws InterruptedException {
        RateLimiter limiter = student(Rate.of(40, AGES));
        AtomicInteger admitted = new AtomicInteger();

        atOnce(32, thread -> admitted.addAndGet(granted(ask(limiter, ANA, 4))));

        assertThat(admitted).hasValue(40);
    }

    @Test
    void lets_no_more_through_than_capacity_and_flow_when_time_passes_unevenly() {
        Rate rate = new Rate(4, 7, HOUR);
        RateLimiter limiter = student(rate);
        Random random = new Random(20260302);
        List<Duration> grants = new ArrayList<>();
        Duration now = Duration.ZERO;

        for (int step = 0; step < 60; step++) {
            Duration pause = Duration.ofSeconds(random.nextInt(900));
            pass(pause);
            now = now.plus(pause);
            for (int question = random.nextInt(4); question > 0; question--) {
                if (limiter.tryAcquire(ANA).isEmpty()) {
                    grants.add(now);
                }
            }
        }

        assertThat(grants).hasSizeGreaterThan(40);
        assertNoWindowExceeds(rate, grants, slack());
    }

    /** Checks every window that begins and ends with a grant; any other holds no more than one of them. */
    static void assertNoWindowExceeds(Rate rate, List<Duration> grants, Duration slack) {
        for (int from = 0; from < grants.size(); from++) {
            for (int to = from; to < grants.size(); to++) {
                Duration window = grants.get(to).minus(grants.get(from)).plus(slack);
                long flow = window.multipliedBy(rate.tokens()).dividedBy(rate.period());
                assertThat(to - from + 1L).isLessThanOrEqualTo(rate.capacity() + flow);
            }
        }
    }

    private RateLimiter student(Rate rate) {
        return limiter(RateLimits.builder().student(rate).build());
    }

    private void assertWait(Optional<Duration> wait, Duration expected) {
        assertThat(wait.orElseThrow()).isBetween(expected.minus(slack()), expected);
    }

    static List<Optional<Duration>> ask(RateLimiter limiter, Account account, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> limiter.tryAcquire(account))
                .toList();
    }

    static int granted(List<Optional<Duration>> answers) {
        return (int) answers.stream().filter(Optional::isEmpty).count();
    }

    static void atOnce(int threads, IntConsumer work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        IntStream.range(0, threads).forEach(thread -> pool.execute(() -> work.accept(thread)));
        pool.shutdown();
        assertThat(pool.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }
}
