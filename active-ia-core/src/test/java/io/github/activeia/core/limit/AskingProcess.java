package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import io.github.activeia.core.store.FailPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own: says "ready", waits for a line, asks as fast as it can, and prints how many went through. */
final class AskingProcess {
    static final int THREADS = 8;
    static final int QUESTIONS = 60;
    static final int LIMIT = 300;

    private AskingProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RateLimiter limiter = limiter(arguments[0], arguments[1]);
        AtomicInteger granted = new AtomicInteger();
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        RateLimiterContract.atOnce(THREADS, thread -> {
            Account account = RateLimiterContract.account("alumna-" + thread, "algoritmos", null);
            granted.addAndGet(RateLimiterContract.granted(RateLimiterContract.ask(limiter, account, QUESTIONS)));
        });
        System.out.println(granted);
    }

    private static RateLimiter limiter(String url, String prefix) {
        SharedLimiterSettings settings = SharedLimiterSettings.builder()
                .limits(RateLimits.builder()
                        .student(Rate.of(1000, Duration.ofDays(300)))
                        .course(Rate.of(LIMIT, Duration.ofDays(300)))
                        .build())
                .failPolicy(FailPolicy.CLOSED)
                .timeBound(Duration.ofSeconds(50))
                .keyPrefix(prefix)
                .build();
        if (url.startsWith("redis:")) {
            return RedisRateLimiter.open(URI.create(url), settings, Clock.systemUTC());
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return PostgresRateLimiter.open(source, settings, Clock.systemUTC());
    }
}
