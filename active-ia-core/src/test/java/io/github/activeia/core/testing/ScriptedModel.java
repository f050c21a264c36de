package io.github.activeia.core.testing;

import io.github.activeia.core.llm.AnswerListener;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A model that answers by a script and records what it was asked.
 *
 * <pre>{@code
 * ScriptedModel.answering("first", "second");                  // in this order; a third question fails the test
 * ScriptedModel.always("the same");                            // however often it is asked
 * ScriptedModel.answering(prompt -> "[1] " + prompt.user());   // by what it is asked
 * ScriptedModel.unavailable();                                 // no model can be reached
 * ScriptedModel.always("the same").cut(7);                     // streams it in other pieces
 * ScriptedModel.always("the same").after("what is lost");      // begins, is lost, and begins anew
 * ScriptedModel.unavailable().after("what is lost");           // begins, and fails
 * }</pre>
 *
 * <p>A listener hears each answer in pieces of 1 to {@value #LONGEST_PIECE} characters, the same ones for the same seed; pieces do not
 * respect words. Thread-safe.
 */
public final class ScriptedModel implements LanguageModel {
    private static final String PROVIDER = "scripted";

    private static final int LONGEST_PIECE = 12;

    private final Function<LlmPrompt, LlmResult> script;
    private final List<LlmPrompt> prompts;
    private final long seed;
    private final String lost;

    private ScriptedModel(Function<LlmPrompt, LlmResult> script) {
        this(script, new CopyOnWriteArrayList<>(), 0, "");
    }

    private ScriptedModel(Function<LlmPrompt, LlmResult> script, List<LlmPrompt> prompts, long seed, String lost) {
        this.script = script;
        this.prompts = prompts;
        this.seed = seed;
        this.lost = lost;
    }

    /** Returns a model that gives some answers in order, and throws when it is asked more often than that. */
    public static ScriptedModel answering(String... texts) {
        return returning(List.of(texts).stream().map(ScriptedModel::answer).toArray(LlmResult[]::new));
    }

    /** Returns a model that derives each answer from its prompt. */
    public static ScriptedModel answering(Function<LlmPrompt, String> script) {
        return new ScriptedModel(prompt -> answer(script.apply(prompt)));
    }

    /** Returns a model that gives the same answer each time. */
    public static ScriptedModel always(String text) {
        return new ScriptedModel(prompt -> answer(text));
    }

    /** Returns a model that cannot be reached: one provider, which times out each time. */
    public static ScriptedModel unavailable() {
        return new ScriptedModel(prompt -> noAnswer("timeout"));
    }

    /** Returns a model that gives some results in order, and throws when it is asked more often than that. */
    public static ScriptedModel returning(LlmResult... results) {
        Iterator<LlmResult> rest = List.of(results).iterator();
        return new ScriptedModel(prompt -> next(rest, results.length));
    }

    /** Returns a result with a text, for {@link #returning}. */
    public static LlmResult answer(String text) {
        return new LlmResult.Answered(text, PROVIDER, PROVIDER, null, null, List.of(attempt("ok")));
    }

    /** Returns a result without a text, for {@link #returning}. */
    public static LlmResult noAnswer(String ending) {
        return new LlmResult.Unavailable(List.of(attempt(ending)));
    }

    /** Returns the same model, which streams in the pieces of another seed; default 0. It goes on in the same script. */
    public ScriptedModel cut(long other) {
        return new ScriptedModel(script, prompts, other, lost);
    }

    /**
     * Returns the same model, whose listener first hears a text that is lost: then the answer begins anew, or where there is none, the
     * model has failed in the middle. Who does not listen notices nothing.
     */
    public ScriptedModel after(String beginning) {
        return new ScriptedModel(script, prompts, seed, beginning);
    }

    @Override
    public LlmResult ask(LlmPrompt prompt) {
        prompts.add(prompt);
        return script.apply(prompt);
    }

    @Override
    public LlmResult ask(LlmPrompt prompt, AnswerListener listener) {
        LlmResult result = ask(prompt);
        Random lengths = new Random(seed);
        int heard = stream(lost, lengths, listener);
        if (heard < lost.length()) {
            return answer(lost.substring(0, heard));
        }
        if (!(result instanceof LlmResult.Answered answered)) {
            return result;
        }
        if (!lost.isEmpty()) {
            listener.onRestart();
        }
        int told = stream(answered.text(), lengths, listener);
        return new LlmResult.Answered(
                answered.text().substring(0, told),
                answered.provider(),
                answered.model(),
                answered.inputTokens(),
                answered.outputTokens(),
                answered.attempts());
    }

    /** Returns how much of a text was heard before the listener had enough. */
    private static int stream(String text, Random lengths, AnswerListener listener) {
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + lengths.nextInt(LONGEST_PIECE));
            boolean wanted = listener.onPiece(text.substring(at, end));
            at = end;
            if (!wanted) {
                break;
            }
        }
        return at;
    }

    /** Returns what it was asked, in order. */
    public List<LlmPrompt> prompts() {
        return List.copyOf(prompts);
    }

    private static LlmResult next(Iterator<LlmResult> rest, int scripted) {
        synchronized (rest) {
            if (!rest.hasNext()) {
                throw new IllegalStateException("the model was asked more than " + scripted + " times: script more");
            }
            return rest.next();
        }
    }

    private static LlmResult.Attempt attempt(String ending) {
        return new LlmResult.Attempt(PROVIDER, DataHandling.Place.LOCAL, ending, Duration.ZERO, null);
    }
}
