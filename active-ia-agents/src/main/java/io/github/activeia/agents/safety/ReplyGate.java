package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a text through while it is written, segment by segment: each is judged together with all before it, and only then released, whole.
 * The first that does not pass closes the gate for good. What is released depends on the text alone, not on the pieces it comes in.
 * What looks like a leak, but not surely, waits for the rest of the text: what follows may show that it is none. What the rules let pass
 * with doubt waits for a reviewer, where there is one.
 * Used by one thread at a time.
 *
 * <pre>{@code
 * ReplyGate gate = guard.gate(draft, shown::append);
 * while (stream.hasNext() && gate.accept(stream.next())) {}
 * ReplyGate.Outcome outcome = gate.end();
 * }</pre>
 */
public final class ReplyGate {
    /** A sentence, with its citation. */
    private static final Pattern FINISHED = Pattern.compile("[.!?…][\"'»”)*_]*(?:\\s*\\[\\d{1,2}])*$");

    /** The signs of a heading, of a row of a table, of a quotation. */
    private static final String BLOCK = "#|>";

    private final SafetyGuard guard;
    private final Draft frame;
    private final Consumer<String> release;
    private final Review review;
    private ReplyWatch watch;
    private final Segments segments = new Segments();
    private final StringBuilder judged = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private SafetyReport last = new SafetyReport(Verdict.OK, "", List.of());
    private final List<SafetyReport.Finding> warnings = new ArrayList<>();
    private boolean closed;
    private @Nullable RuntimeException broken;

    ReplyGate(SafetyGuard guard, Draft frame, Review review, Consumer<String> release) {
        this.guard = guard;
        this.frame = frame;
        this.review = review;
        this.release = release;
        this.watch = guard.watch(frame);
    }

    /**
     * What became of a text.
     *
     * @param shown what was released
     * @param report of the last segment that was judged, with all findings: what closed the gate, or what it let pass
     * @param closed whether the gate closed before the end
     */
    public record Outcome(String shown, SafetyReport report, boolean closed) {}

    /** Takes a piece, and returns whether more is wanted. */
    public boolean accept(String piece) {
        if (closed) {
            return false;
        }
        segments.add(piece).forEach(this::judge);
        return !closed;
    }

    /** Begins anew with another text; what was released is void. */
    public void restart() {
        watch = guard.watch(frame);
        review.restart();
        segments.rest();
        judged.setLength(0);
        shown.setLength(0);
        warnings.clear();
        waiting.setLength(0);
        closed = false;
        broken = null;
        last = new SafetyReport(Verdict.OK, "", List.of());
    }

    /**
     * Judges what is left, and returns what became of the text.
     *
     * @throws RuntimeException what a guard threw; nothing was released after it
     */
    public Outcome end() {
        judge(segments.rest());
        closed |= last.isDoubt();
        if (!closed && passes(true)) {
            release();
        }
        if (broken != null) {
            throw broken;
        }
        List<SafetyReport.Finding> findings = new ArrayList<>(warnings);
        findings.addAll(review.findings());
        last.findings().stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
        Verdict verdict = closed ? last.verdict() : findings.isEmpty() ? Verdict.OK : Verdict.WARN;
        return new Outcome(
                shown.toString(), new SafetyReport(verdict, shown.toString(), findings, last.leak()), closed);
    }

    /** Returns what a reviewer was asked, about texts that were lost as well. */
    public Reviewed reviewed() {
        return review.reviewed();
    }

    private void judge(String segment) {
        if (closed || segment.isBlank()) {
            waiting.append(closed ? "" : segment);
            return;
        }
        try {
            last = guard.next(frame, watch, judged.toString(), segment);
        } catch (RuntimeException failure) {
            broken = failure;
            closed = true;
            return;
        }
        judged.append(segment);
        if (last.isDoubt()) {
            waiting.append(last.text());
            return;
        }
        closed = last.verdict() == Verdict.REWRITE || last.verdict() == Verdict.BLOCK;
        if (!closed) {
            last.findings().stream()
                    .filter(finding -> !warnings.contains(finding))
                    .forEach(warnings::add);
            let(last.text());
        }
    }

    /**
     * Blanks wait for what they stand before, so that a text neither begins nor ends with one. What is a part of something larger waits
     * for the rest of it, so that a table or a list of code is shown as a whole or not at all.
     */
    private void let(String text) {
        waiting.append(text);
        if (!isPart(text.strip()) && passes(false)) {
            release();
        }
    }

    /** Has what waits reviewed where the rules are in doubt, and returns whether it may be shown now. */
    private boolean passes(boolean whole) {
        if (waiting.toString().isBlank()) {
            return true;
        }
        Review.Next next = review.look(shown + waiting.toString(), watch.probability(), whole);
        if (next == Review.Next.STOP) {
            last = Review.stop(last.leak());
            closed = true;
        }
        return next == Review.Next.SHOW;
    }

    private boolean isPart(String bare) {
        if (!FINISHED.matcher(bare).find() || BLOCK.indexOf(bare.charAt(0)) >= 0) {
            return true;
        }
        LeakWatch.OwnCode code = watch.code(bare);
        return code.program() + code.pseudocode() > 0;
    }

    private void release() {
        String text = waiting.toString();
        String whole = shown.isEmpty() ? text.stripLeading() : text;
        String bare = whole.stripTrailing();
        waiting.setLength(0);
        waiting.append(whole, bare.length(), whole.length());
        if (!bare.isEmpty()) {
            shown.append(bare);
            release.accept(bare);
        }
    }
}
