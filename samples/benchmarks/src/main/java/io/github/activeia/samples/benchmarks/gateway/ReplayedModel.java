package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.core.llm.AnswerListener;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that answers at once, by some texts in turns, in pieces of a word. It remembers nothing, unlike one for tests. Thread-safe. */
final class ReplayedModel implements LanguageModel {
    private static final String NAME = "replayed";
    private static final List<LlmResult.Attempt> ATTEMPTS =
            List.of(new LlmResult.Attempt(NAME, DataHandling.Place.LOCAL, "ok", Duration.ZERO, null));

    private final List<String> texts;
    private final boolean identified;
    private final Runnable beforePiece;
    private final AtomicInteger next = new AtomicInteger();

    private ReplayedModel(List<String> texts, boolean identified, Runnable beforePiece) {
        this.texts = List.copyOf(texts);
        this.identified = identified;
        this.beforePiece = beforePiece;
    }

    static ReplayedModel of(List<String> texts) {
        return new ReplayedModel(texts, false, () -> {});
    }

    /** Returns the same model, which says who it is, so that its answers may be kept. */
    ReplayedModel identified() {
        return new ReplayedModel(texts, true, beforePiece);
    }

    /** Returns the same model, which tells before it hands out each piece, and when it has handed out all. */
    ReplayedModel telling(Runnable listener) {
        return new ReplayedModel(texts, identified, listener);
    }

    @Override
    public LlmResult ask(LlmPrompt prompt) {
        return answered(text());
    }

    @Override
    public LlmResult ask(LlmPrompt prompt, AnswerListener listener) {
        String text = text();
        int at = 0;
        while (at < text.length()) {
            int blank = text.indexOf(' ', at);
            int end = blank < 0 ? text.length() : blank + 1;
            beforePiece.run();
            boolean wanted = listener.onPiece(text.substring(at, end));
            at = end;
            if (!wanted) {
                break;
            }
        }
        beforePiece.run();
        return answered(text.substring(0, at));
    }

    @Override
    public Optional<String> identity() {
        return identified ? Optional.of(NAME) : Optional.empty();
    }

    private String text() {
        return texts.get(Math.floorMod(next.getAndIncrement(), texts.size()));
    }

    private static LlmResult answered(String text) {
        return new LlmResult.Answered(text, NAME, NAME, null, null, ATTEMPTS);
    }
}
