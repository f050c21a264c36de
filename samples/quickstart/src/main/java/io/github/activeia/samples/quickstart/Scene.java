package io.github.activeia.samples.quickstart;

import io.github.activeia.core.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A part of the conversation that is played: one student, maybe an activity, and what happens in turn. */
record Scene(String title, String student, @Nullable String activity, List<Turn> turns) {
    private static final String TOPIC = "{topic}";

    Scene {
        turns = List.copyOf(turns);
    }

    /** What the student says, or how an own attempt ended; one of the two is null. */
    record Turn(@Nullable String say, @Nullable String attempt) {
        private Turn about(String topic) {
            return say == null ? this : new Turn(say.replace(TOPIC, topic), attempt);
        }
    }

    /** Reads the scenes of a resource. */
    static List<Scene> read(String resource) {
        try (InputStream in = Scene.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new InvalidValueException("scenes", "be a resource of the sample", resource, "check the name");
            }
            Object yaml = new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
            return ((List<?>) yaml)
                    .stream().map(scene -> scene((Map<?, ?>) scene)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the scene about a topic of the course, where what the student says has {@value #TOPIC}. */
    Scene about(String topic) {
        List<Turn> said = turns.stream().map(turn -> turn.about(topic)).toList();
        return new Scene(title, student, activity, said);
    }

    private static Scene scene(Map<?, ?> yaml) {
        List<?> said = Objects.requireNonNullElse((List<?>) yaml.get("turns"), List.of());
        List<Turn> turns = said.stream().map(turn -> turn((Map<?, ?>) turn)).toList();
        return new Scene(text(yaml, "title"), text(yaml, "student"), optional(yaml, "activity"), turns);
    }

    private static Turn turn(Map<?, ?> yaml) {
        return new Turn(optional(yaml, "say"), optional(yaml, "attempt"));
    }

    private static String text(Map<?, ?> yaml, String key) {
        return String.valueOf(yaml.get(key));
    }

    private static @Nullable String optional(Map<?, ?> yaml, String key) {
        Object value = yaml.get(key);
        return value == null ? null : value.toString();
    }
}
