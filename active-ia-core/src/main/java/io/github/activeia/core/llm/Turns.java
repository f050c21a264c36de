package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Money;
import io.github.activeia.core.cost.Allowance;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is while one question goes from provider to provider, and what became of each try. One thread at a time takes
 * turns; any may read the attempts.
 */
final class Turns {
    private final ChainCore core;
    private final LlmContext context;
    private final long end;
    private final Iterator<ChainLink> links;
    private final Bill bill;
    private final List<LlmResult.Attempt> attempts = new CopyOnWriteArrayList<>();
    private @Nullable ChainLink again;
    private int repeated;
    private volatile boolean stopped;

    Turns(ChainCore core, LlmContext context, ChatRequest request) {
        this.core = core;
        this.context = context;
        this.end = System.nanoTime() + core.settings().chainTimeout().toNanos();
        this.links = core.links().iterator();
        this.bill = new Bill(core.accounting(), context, request);
    }

    /** Returns who is asked now, or empty if there is nobody left or no time. */
    Optional<ChainLink> next() {
        if (stopped || left().isZero()) {
            return Optional.empty();
        }
        ChainLink same = again;
        again = null;
        if (same != null && affordable(same)) {
            return Optional.of(same);
        }
        repeated = 0;
        while (links.hasNext() && !stopped) {
            ChainLink link = links.next();
            if (!allowed(link)) {
                refuse(link, Ending.CLOUD_NOT_ALLOWED);
            } else if (affordable(link)) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Notes a try. */
    void note(ChainLink link, ChainLink.Try tried) {
        Ending ending = tried.failure().ending();
        stopped |= ending.next() == Ending.Next.STOP;
        LlmProvider provider = link.provider();
        Money cost = bill.close(provider, tried);
        attempts.add(new LlmResult.Attempt(
                provider.name(),
                provider.handling().place(),
                ending.word(),
                tried.took(),
                cost,
                ending == Ending.BUDGET_EXHAUSTED ? bill.resetsAt() : null));
    }

    /** Returns how long to wait before the same provider has another turn, or empty if the next one has. */
    Optional<Duration> again(ChainLink link, Failure failure) {
        Optional<Duration> wait = core.retries().wait(repeated, failure, left());
        if (wait.isPresent()) {
            repeated++;
            again = link;
        }
        return wait;
    }

    /** Returns how much time there is for all that is still to come. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    List<LlmResult.Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Reserves its cost; where there is none left for any model, nobody has a turn any more. */
    private boolean affordable(ChainLink link) {
        Allowance allowance = bill.open(link.provider());
        if (allowance == Allowance.THIS_MODEL) {
            return true;
        }
        refuse(link, Ending.BUDGET_EXHAUSTED);
        stopped = allowance != Allowance.CHEAPER_MODEL;
        return false;
    }

    private void refuse(ChainLink link, Ending why) {
        note(link, new ChainLink.Try(Failure.of(why), null, Duration.ZERO));
    }

    private boolean allowed(ChainLink link) {
        DataPolicy policy = context.dataPolicy() == null ? core.dataPolicy() : context.dataPolicy();
        return link.provider().handling().place() == DataHandling.Place.LOCAL || policy == DataPolicy.CLOUD_ALLOWED;
    }
}
