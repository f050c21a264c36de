package io.github.activeia.core.testing;

import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
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
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ScriptedModel implements LanguageModel {
    private static final String PROVIDER = "scripted";

    private final Function<LlmPrompt, LlmResult> script;
    private final List<LlmPrompt> prompts = new CopyOnWriteArrayList<>();

    private ScriptedModel(Function<LlmPrompt, LlmResult> script) {
        this.script = script;
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

    @Override
    public LlmResult ask(LlmPrompt prompt) {
        prompts.add(prompt);
        return script.apply(prompt);
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
