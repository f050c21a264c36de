package io.github.activeia.agents.gateway;

import io.github.activeia.agents.safety.Reviewed;
import io.github.activeia.core.Money;
import io.github.activeia.core.Reply;
import io.github.activeia.core.llm.LlmResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What models did for a reply.
 *
 * @param author {@code provider/model} of the text that is shown, or null where no model wrote it
 * @param attempts which providers were tried, in order
 */
record ModelUse(@Nullable String author, List<LlmResult.Attempt> attempts) {
    static final ModelUse NONE = new ModelUse(null, List.of());

    ModelUse {
        attempts = List.copyOf(attempts);
    }

    /** Returns what a reviewer tried. A budget that kept it from answering left nobody without a model. */
    static Stream<LlmResult.Attempt> of(Reviewed reviewed) {
        return reviewed.attempts().stream()
                .map(attempt -> new LlmResult.Attempt(
                        attempt.provider(), attempt.place(), attempt.ending(), attempt.duration(), attempt.cost()));
    }

    /** Returns zero where nothing was called, and null where one of the tries cost nobody knows what. */
    @Nullable
    Money cost() {
        Money sum = Money.zero();
        for (LlmResult.Attempt attempt : attempts) {
            Money cost = attempt.cost();
            if (cost == null) {
                return null;
            }
            sum = sum.plus(cost);
        }
        return sum;
    }

    /** Returns when the first of the budgets begins anew that left the student without a model, or empty where none did. */
    Optional<Instant> resetsAt() {
        return author != null
                ? Optional.empty()
                : attempts.stream()
                        .flatMap(attempt -> Stream.ofNullable(attempt.resetsAt()))
                        .min(Comparator.naturalOrder());
    }

    List<Reply.Call> calls() {
        return attempts.stream()
                .map(attempt ->
                        new Reply.Call(attempt.provider(), attempt.place().value(), attempt.ending()))
                .toList();
    }
}
