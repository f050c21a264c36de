package io.github.activeia.agents.gateway;

import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.scaffolding.Happening;
import io.github.activeia.agents.scaffolding.LevelChange;
import io.github.activeia.agents.scaffolding.LevelMove;
import io.github.activeia.agents.scaffolding.Observation;
import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.scaffolding.TopicKey;
import io.github.activeia.agents.scaffolding.TopicProgress;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.Difficulty;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds what students achieve to where that is kept, and tells who wants to hear. Neither can cost the student the reply. */
final class Progression {
    private static final Logger LOG = LoggerFactory.getLogger(Progression.class);

    private final StudentProgress progress;
    private final List<ProgressListener> listeners;

    Progression(StudentProgress progress, List<ProgressListener> listeners) {
        this.progress = progress;
        this.listeners = listeners;
    }

    /** Returns the difficulty that suits the student, or null for none. */
    @Nullable
    Difficulty difficulty(Inquiry inquiry) {
        Activity activity = inquiry.activity();
        Difficulty own = activity == null ? null : activity.difficulty();
        TopicProgress known = find(inquiry);
        return known == null ? own : known.preferredDifficulty(own);
    }

    /** Notes what happened if it is an attempt, and returns what is known then, or null. */
    @Nullable
    TopicProgress after(Happening happening, Inquiry inquiry, Observation.Source source) {
        TopicKey topic = topic(inquiry);
        if (happening == Happening.NEITHER || topic == null) {
            return find(inquiry);
        }
        AttemptOutcome outcome = happening == Happening.PROGRESS ? AttemptOutcome.SOLVED_STEP : AttemptOutcome.FAILED;
        TopicProgress known = orNull(() -> progress.observe(topic, outcome));
        if (known != null) {
            Observation observation = new Observation(inquiry.keys().activity(), topic, outcome, source, known);
            tell(listener -> listener.onObservation(observation));
        }
        return known;
    }

    /** Tells of a change that moved the level. */
    void moved(Inquiry inquiry, LevelChange change, @Nullable TopicProgress known) {
        if (change.moved()) {
            LevelMove move = new LevelMove(inquiry.keys().activity(), change, known);
            tell(listener -> listener.onMove(move));
        }
    }

    private @Nullable TopicProgress find(Inquiry inquiry) {
        TopicKey topic = topic(inquiry);
        return topic == null ? null : orNull(() -> progress.find(topic));
    }

    /** The unit is the topic; an activity without one is a topic of its own; outside any activity there is none. */
    private static @Nullable TopicKey topic(Inquiry inquiry) {
        ActivityId id = inquiry.question().activity();
        if (id == null) {
            return null;
        }
        String unit = inquiry.activity() == null ? null : inquiry.activity().unit();
        String topic = unit == null || unit.isBlank() || unit.length() > TopicKey.LONGEST ? id.value() : unit;
        return new TopicKey(inquiry.course(), inquiry.question().student(), topic);
    }

    private static @Nullable TopicProgress orNull(Supplier<TopicProgress> look) {
        try {
            return look.get();
        } catch (RuntimeException failure) {
            LOG.error("The progress store failed: {}", failure.getClass().getName());
            return null;
        }
    }

    private void tell(Consumer<ProgressListener> event) {
        for (ProgressListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("A progress listener failed: {}", failure.getClass().getName());
            }
        }
    }
}
