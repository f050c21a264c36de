package io.github.activeia.agents;

import io.github.activeia.agents.gateway.Gateway;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.llm.LanguageModel;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tutor over the material of one course or of many.
 *
 * <pre>{@code
 * ActiveIa ia = ActiveIa.builder()
 *         .knowledge(knowledge)
 *         .llm(LlmChain.of(LlmProvider.ollama("phi3")))
 *         .policy(CoursePolicy.intermediate())
 *         .build();
 * Reply reply = ia.ask(Question.of("¿Por qué burbuja es O(n²)?").by("alumna-7").in("algoritmos").on("tp2"));
 * }</pre>
 *
 * <p>It keeps no state of its own: what it remembers is behind the session store. Thread-safe.
 */
public final class ActiveIa implements AutoCloseable {
    private final Gateway gateway;
    private final AutoCloseable resource;

    ActiveIa(Gateway gateway, AutoCloseable resource) {
        this.gateway = gateway;
        this.resource = resource;
    }

    /** Starts the configuration of a tutor. */
    public static ActiveIaBuilder builder() {
        return new ActiveIaBuilder();
    }

    /**
     * Opens a folder of course files on this machine, without servers and without language models: the tutor answers from the
     * material and from question templates, and says so.
     *
     * @throws io.github.activeia.core.ConfigurationException if active-ia-rag is missing
     * @throws io.github.activeia.core.ActiveIaException if the folder is missing or has no usable file
     */
    public static ActiveIa embedded(Path folder) {
        return embedded(folder, LanguageModel.none());
    }

    /** Opens a folder of course files on this machine, with a language model; otherwise like {@link #embedded(Path)}. */
    public static ActiveIa embedded(Path folder, LanguageModel model) {
        return builder().embedded(folder).llm(model).build();
    }

    /**
     * Answers a student. What a student must not have, and every outage, is an {@linkplain Reply#outcome() outcome} and never
     * an exception.
     *
     * @throws io.github.activeia.core.InvalidValueException if the question is null, or names no course and there is no default one
     */
    public Reply ask(@Nullable Question question) {
        return gateway.ask(set("question", question, "pass Question.of(text)"));
    }

    /**
     * Answers a student, and tells of the reply while it is made: first the stages, then the text, sentence by sentence, each after it was
     * checked. The texts together are the text of the reply that is returned in the end; it is the same as without a listener.
     *
     * <pre>{@code
     * Reply reply = ia.ask(question, event -> {
     *     if (event instanceof ReplyEvent.Text part) {
     *         screen.append(part.text());
     *     }
     * });
     * }</pre>
     *
     * @param listener called by one thread at a time, not always this one; one that throws hears nothing more, and costs no reply
     * @throws io.github.activeia.core.InvalidValueException if the question names no course and there is no default one
     */
    public Reply ask(@Nullable Question question, @Nullable Consumer<ReplyEvent> listener) {
        return gateway.ask(
                set("question", question, "pass Question.of(text)"),
                set("listener", listener, "leave it out where nobody listens"));
    }

    /** Answers an anonymous student in the default course: what one types at a prompt. */
    public Reply ask(String text) {
        return ask(Question.of(text));
    }

    /**
     * Notes how a student's own attempt ended, as the host saw it. Three failed attempts raise the help level, a solved step
     * lowers it.
     *
     * @return the help level that the next reply will start from
     * @throws io.github.activeia.core.InvalidValueException if one of them is null
     */
    public HelpLevel attempt(
            @Nullable StudentId student,
            @Nullable CourseId course,
            @Nullable ActivityId activity,
            @Nullable AttemptOutcome outcome) {
        return gateway.attempt(
                set("student", student, "pass the id that your system uses"),
                set("course", course, "pass the course of the activity"),
                set("activity", activity, "pass the activity that was tried"),
                set("outcome", outcome, "pass how the attempt ended"));
    }

    private static <T> T set(String property, @Nullable T value, String remedy) {
        if (value == null) {
            throw new InvalidValueException(property, "be set", "null", remedy);
        }
        return value;
    }

    /** Closes what {@code embedded} opened. What the host gave to the builder stays open. */
    @Override
    public void close() {
        try {
            resource.close();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new CloseFailedException(failure);
        }
    }
}
