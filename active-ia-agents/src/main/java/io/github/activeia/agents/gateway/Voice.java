package io.github.activeia.agents.gateway;

import io.github.activeia.agents.safety.Segments;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.ReplyStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener of a reply while it is made. What it has told is the beginning of the reply, letter by letter. Used by one thread at a
 * time.
 */
final class Voice {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

    private final Consumer<ReplyEvent> listener;
    private final StringBuilder told = new StringBuilder();

    /** What was said before the student's own data was put back, which depends on all that comes before. */
    private final StringBuilder said = new StringBuilder();

    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private UnaryOperator<String> personal = UnaryOperator.identity();
    private boolean answering;
    private boolean deaf;

    Voice(Consumer<ReplyEvent> listener) {
        this.listener = listener;
    }

    static Voice silent() {
        Voice voice = new Voice(event -> {});
        voice.deaf = true;
        return voice;
    }

    /** Sets what gives the student the own data back. */
    void restoring(UnaryOperator<String> value) {
        personal = value;
    }

    void stage(ReplyStage stage) {
        tell(new ReplyEvent.Stage(stage));
    }

    /** Says a part of a text that cites some of the passages by their place. */
    void say(String part, int passages) {
        if (!deaf) {
            said.append(Citations.renumber(part, numbers, passages));
            utter(personal.apply(said.toString()).substring(told.length()));
        }
    }

    void restart() {
        if (!told.isEmpty()) {
            tell(new ReplyEvent.Restart());
        }
        told.setLength(0);
        said.setLength(0);
        numbers.clear();
    }

    /** Says what is still missing of the reply. */
    void finish(String text) {
        if (deaf) {
            return;
        }
        if (!text.startsWith(told.toString())) {
            LOG.warn("what was told of a reply must be its beginning, but was not — it is told anew");
            restart();
        }
        Segments segments = new Segments();
        List<String> rest = segments.add(text.substring(told.length()));
        rest.forEach(this::utter);
        utter(segments.rest());
        tell(new ReplyEvent.Boundary(ReplyEvent.Boundary.Kind.REPLY));
    }

    private void utter(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!answering) {
            answering = true;
            stage(ReplyStage.ANSWER);
        }
        told.append(text);
        tell(new ReplyEvent.Text(text));
        boolean code = text.strip().startsWith("```");
        tell(new ReplyEvent.Boundary(code ? ReplyEvent.Boundary.Kind.CODE : ReplyEvent.Boundary.Kind.SENTENCE));
    }

    /** A listener that fails hears nothing more, and costs no reply. */
    private void tell(ReplyEvent event) {
        if (deaf) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            deaf = true;
            LOG.error("The listener of a reply failed: {}", failure.getClass().getName());
        }
    }
}
