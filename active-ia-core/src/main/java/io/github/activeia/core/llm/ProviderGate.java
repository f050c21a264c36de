package io.github.activeia.core.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lets a call through to one provider: its circuit breaker, its bulkhead, and the rest that it has asked for. Thread-safe. */
final class ProviderGate {
    /** Each provider has a timeout of its own; resilience4j would count an answer of more than a minute against it. */
    private static final Duration NEVER_SLOW = Duration.ofDays(365);

    private static final Logger LOG = LoggerFactory.getLogger(LlmChain.class);

    /** A header that names a year is a mistake, and must not take a provider out for that long. */
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final String provider;
    private final CircuitBreaker breaker;
    private final Semaphore permits;
    private final Clock clock;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);
    private final Set<Ending> reported = ConcurrentHashMap.newKeySet();

    ProviderGate(String provider, LlmSettings settings, Clock clock) {
        this.provider = provider;
        this.permits = new Semaphore(settings.maxConcurrentCalls());
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.failuresToOpen())
                        .minimumNumberOfCalls(settings.failuresToOpen())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(settings.openFor())
                        .slowCallDurationThreshold(NEVER_SLOW)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.info(
                        "llm provider {}: circuit {}",
                        provider,
                        event.getStateTransition().getToState()));
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    /** Returns why a call may not go through, or empty; then it has to be {@linkplain #settle settled} and {@linkplain #free freed}. */
    Optional<Ending> enter() {
        if (clock.instant().isBefore(restsUntil.get())) {
            return Optional.of(Ending.RESTING);
        }
        if (!breaker.tryAcquirePermission()) {
            return Optional.of(Ending.CIRCUIT_OPEN);
        }
        if (!permits.tryAcquire()) {
            breaker.releasePermission();
            return Optional.of(Ending.BUSY);
        }
        return Optional.empty();
    }

    /** Says how a call ended. */
    void settle(Failure failure, Duration took) {
        Ending ending = failure.ending();
        if (ending == Ending.OK) {
            breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        } else if (ending.trips()) {
            breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(ending.word()));
        } else {
            breaker.releasePermission();
        }
        rest(failure.retryAfter());
        report(ending);
    }

    /** Gives the place of a call back, once it has really ended. */
    void free() {
        permits.release();
    }

    private void rest(@Nullable Duration asked) {
        if (asked != null) {
            Duration rest = asked.compareTo(LONGEST_REST) < 0 ? asked : LONGEST_REST;
            Instant until = clock.instant().plus(rest);
            restsUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private void report(Ending ending) {
        if (!ending.configurationFault()) {
            LOG.debug("llm provider {}: {}", provider, ending.word());
        } else if (reported.add(ending)) {
            LOG.warn(
                    "llm provider {} must accept the requests of the chain, but was refusing them ({}) — {};"
                            + " the chain goes on without it and says this once",
                    provider,
                    ending.word(),
                    remedy(ending));
        }
    }

    private static String remedy(Ending ending) {
        return switch (ending) {
            case AUTHENTICATION -> "check its key and what the key may do";
            case NOT_FOUND -> "check the model's name and the base URL, or install the model";
            default -> "check whether the model takes the token limit and temperature of the prompt";
        };
    }
}
