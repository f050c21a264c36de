package io.github.activeia.core.testing;

/** One request on its way: what is sent, who is told how it ended, and whether the client wants no other after it. */
final class Exchange {
    private final Plan plan;
    private final SeenRequest request;
    private final boolean last;

    Exchange(Plan plan, SeenRequest request, boolean last) {
        this.plan = plan;
        this.request = request;
        this.last = last;
    }

    Plan plan() {
        return plan;
    }

    /** Tells how it ended; only the first time counts. */
    void end(SeenRequest.End how) {
        request.end(how);
    }

    boolean keepsConnection() {
        return plan.tail() == Draft.Tail.KEEP && !last;
    }
}
