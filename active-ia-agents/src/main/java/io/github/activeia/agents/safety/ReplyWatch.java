package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.List;

/** What the checks keep of one reply while it grows, so that none reads it all again for each sentence. Used by one thread at a time. */
final class ReplyWatch {
    private final LeakWatch leaks;
    private final OwnRuns own;
    private String text = "";
    private String folded = "";

    ReplyWatch(LeakWatch leaks, OwnRuns own) {
        this.leaks = leaks;
        this.own = own;
    }

    LeakWatch leaks() {
        return leaks;
    }

    LeakWatch.OwnCode code(String part) {
        return leaks.code(part);
    }

    /** Returns the probability of a leak in what was read last. */
    double probability() {
        return leaks.probability();
    }

    /** Returns the stored solutions that a text has come near to. */
    List<StoredSolution> near(String whole) {
        return leaks.near(whole);
    }

    OwnRuns own() {
        return own;
    }

    /** Returns a text in lower case without accents. */
    String folded(String whole) {
        if (!whole.equals(text)) {
            folded = SafetyWords.fold(whole);
            text = whole;
        }
        return folded;
    }
}
