package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.github.activeia.core.Account;
import io.github.activeia.core.Money;
import io.github.activeia.core.cost.Allowance;
import io.github.activeia.core.cost.BudgetAnswer;
import io.github.activeia.core.cost.CostEntry;
import io.github.activeia.core.cost.ModelCall;
import io.github.activeia.core.cost.Reservation;
import io.github.activeia.core.cost.Spending;
import io.github.activeia.core.cost.Tokens;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one question costs. Before each try its upper bound is reserved; after it, what is known of its cost takes the place of the
 * bound, and the try is written into the ledger. Where nobody knows what a provider counted, the bound stays.
 */
final class Bill {
    private static final Logger LOG = LoggerFactory.getLogger(LlmChain.class);

    /**
     * Generous for prose: in Spanish and English a token has three to four characters. A prompt of symbols may take more than this;
     * then what it took is counted in full after the call, past the limit.
     */
    private static final int CHARACTERS_PER_TOKEN = 2;

    private static final int FRAME_TOKENS = 64;
    private static final int MOST_OUTPUT_TOKENS = 4096;

    private final Accounting accounting;
    private final LlmContext context;
    private final Tokens bound;
    private @Nullable Reservation reserved;
    private @Nullable Instant resetsAt;
    private boolean counted;

    Bill(Accounting accounting, LlmContext context, ChatRequest request) {
        this.accounting = accounting;
        this.context = context;
        this.counted = context.counted();
        Integer most = request.maxOutputTokens();
        int characters = request.messages().toString().length();
        this.bound =
                Tokens.of(characters / CHARACTERS_PER_TOKEN + FRAME_TOKENS, most == null ? MOST_OUTPUT_TOKENS : most);
    }

    /** Reserves what a try may cost at most, and says whether it may be made. */
    Allowance open(LlmProvider provider) {
        Account account = context.account();
        if (account == null) {
            return Allowance.THIS_MODEL;
        }
        resetsAt = null;
        Money most = local(provider) ? Money.zero() : price(provider, provider.model(), bound);
        BudgetAnswer answer = accounting.budgets().reserve(account, Spending.of(counted ? 0 : 1, bound, most));
        if (answer instanceof BudgetAnswer.Granted granted) {
            reserved = granted.reservation();
        } else if (answer instanceof BudgetAnswer.Exhausted exhausted) {
            resetsAt = exhausted.line().resetsAt();
        }
        return answer.allowance();
    }

    /** Returns when the budget begins anew that has just said no, or null where none did, or where nobody knows. */
    @Nullable
    Instant resetsAt() {
        return resetsAt;
    }

    /** Returns what a try has cost, or null where nobody knows. */
    @Nullable
    Money close(LlmProvider provider, ChainLink.Try tried) {
        Tokens tokens = tokens(tried.response());
        Ending ending = tried.failure().ending();
        Money cost = cost(provider, ending, tokens, tried.response());
        settle(ending, tokens, cost);
        Account account = context.account();
        if (account != null && ending.charge() != Ending.Charge.NOT_ASKED) {
            write(
                    account,
                    new ModelCall(
                            provider.name(),
                            model(provider, tried.response()),
                            local(provider),
                            tokens,
                            cost,
                            tried.took(),
                            ending.word()));
        }
        return cost;
    }

    private void settle(Ending ending, @Nullable Tokens tokens, @Nullable Money cost) {
        Reservation reservation = reserved;
        reserved = null;
        if (reservation == null) {
            return;
        }
        boolean free = ending.charge() == Ending.Charge.NOTHING || ending.charge() == Ending.Charge.NOT_ASKED;
        if (free) {
            reservation.release();
        } else {
            if (tokens != null) {
                reservation.settle(Spending.of(counted ? 0 : 1, tokens, cost));
            }
            counted = true;
        }
    }

    private @Nullable Money cost(
            LlmProvider provider, Ending ending, @Nullable Tokens tokens, @Nullable ChatResponse response) {
        if (local(provider)) {
            return Money.zero();
        }
        return switch (ending.charge()) {
            case NOTHING, NOT_ASKED -> Money.zero();
            case KNOWN, UNKNOWN -> tokens == null ? null : price(provider, model(provider, response), tokens);
        };
    }

    /** A model may answer under a longer name than it was asked by. */
    private @Nullable Money price(LlmProvider provider, String model, Tokens tokens) {
        return provider.priceNames().stream()
                .flatMap(name -> accounting.prices().cost(name, model, tokens).stream())
                .findFirst()
                .orElse(null);
    }

    private void write(Account account, ModelCall call) {
        try {
            accounting
                    .ledger()
                    .record(new CostEntry(
                            accounting.clock().instant().minus(call.latency()),
                            account,
                            context.session(),
                            context.agent().value(),
                            call));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "a call was not written into the ledger: {}",
                    failure.getClass().getName());
        }
    }

    private static @Nullable Tokens tokens(@Nullable ChatResponse response) {
        TokenUsage usage = response == null ? null : response.tokenUsage();
        Integer input = usage == null ? null : usage.inputTokenCount();
        Integer output = usage == null ? null : usage.outputTokenCount();
        if (input == null || output == null || input < 0 || output < 0) {
            return null;
        }
        return Tokens.of(input, output);
    }

    private static String model(LlmProvider provider, @Nullable ChatResponse response) {
        String answered = response == null ? null : response.modelName();
        return answered == null || answered.isBlank() ? provider.model() : answered;
    }

    private static boolean local(LlmProvider provider) {
        return provider.handling().place() == DataHandling.Place.LOCAL;
    }
}
