package io.github.activeia.core.cost;

import io.github.activeia.core.Account;
import io.github.activeia.core.Faults;
import io.github.activeia.core.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: who caused which call of a model. It holds the pseudonyms that the host gave, and nothing that a student
 * wrote.
 *
 * @param at when the try began, to the microsecond
 * @param account whom it is counted for
 * @param session the session, or null where there was none
 * @param agent which agent asked, such as {@code tutor}
 * @param call what was tried, and how it ended
 */
public record CostEntry(Instant at, Account account, @Nullable SessionId session, String agent, ModelCall call) {
    /** Checks the agent, and cuts the time to microseconds, as the stores keep it. */
    public CostEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        new Faults()
                .require(!agent.isBlank(), "agent", "not be blank", "blank", "name the agent that asked")
                .throwIfAny();
    }
}
