package io.github.activeia.agents.gateway;

import io.github.activeia.core.Reply;
import io.github.activeia.core.trace.CognitiveTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The record of one question's steps, measured as they run, and the voice that tells of them. Confined to one thread; no step sees it. */
final class Journal {
    private final LongSupplier ticker;
    private final List<CognitiveTrace.Step> steps = new ArrayList<>();

    private final List<Object> values = new ArrayList<>();

    private final Voice voice;

    Journal(LongSupplier ticker) {
        this(ticker, Voice.silent());
    }

    Journal(LongSupplier ticker, Voice voice) {
        this.ticker = ticker;
        this.voice = voice;
    }

    Voice voice() {
        return voice;
    }

    /** Runs a step, measures it and writes down what it noted. */
    <T> T take(String agent, Supplier<Noted<T>> step) {
        long start = ticker.getAsLong();
        Noted<T> noted = step.get();
        Duration spent = Duration.ofNanos(ticker.getAsLong() - start);
        steps.add(new CognitiveTrace.Step(
                agent, noted.decision(), noted.why(), noted.evidence().asMap(), spent));
        values.add(noted.value());
        return noted.value();
    }

    /** Returns what the steps returned of one kind, in their order. */
    <T> List<T> values(Class<T> kind) {
        return values.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<CognitiveTrace.Step> steps() {
        return List.copyOf(steps);
    }

    List<Reply.Step> times() {
        return steps.stream()
                .map(step -> new Reply.Step(step.agent(), step.duration()))
                .toList();
    }
}
