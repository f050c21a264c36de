package io.github.activeia.samples.lab;

import io.github.activeia.core.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A conversation that is played: who speaks where, and what happens in turn.
 *
 * @param name of the file, without its ending
 * @param title what it shows, in a few words
 * @param about what to look at
 * @param course the folder of the course
 * @param scene who speaks, and under which rules
 * @param turns what happens
 */
record Conversation(String name, String title, String about, Path course, Scene scene, List<Turn> turns) {
    private static final Set<String> KEYS =
            Set.of("title", "about", "course", "student", "activity", "policy", "locale", "turns");
    private static final Set<String> TURN_KEYS = Set.of("say", "work", "model", "attempt", "minutes");

    Conversation {
        turns = List.copyOf(turns);
    }

    /** Who speaks: the student, the activity or null, the name of a policy template, the language of the screen. */
    record Scene(String student, @Nullable String activity, String policy, String locale) {}

    /**
     * What happens: minutes pass, an own attempt ends, the student says something; in this order.
     *
     * @param say the message, or null
     * @param work the work that is shown with it, or null
     * @param model what the model answers, try by try, the last one again and again; empty where no model can be reached. It cites with
     *     {@code [[words]]} the first passage of its prompt that has the words, and with {@code [1]} whatever comes first
     * @param attempt {@code failed} or {@code solved}, or null
     * @param minutes how many pass before
     */
    record Turn(
            @Nullable String say, @Nullable String work, List<String> model, @Nullable String attempt, int minutes) {
        Turn {
            model = List.copyOf(model);
        }
    }

    /**
     * Reads a script in YAML.
     *
     * @throws InvalidValueException if it is none
     */
    static Conversation read(Path file) {
        try {
            Object yaml = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return of(file, checked(file, (Map<?, ?>) yaml, KEYS));
        } catch (ClassCastException | NumberFormatException | YamlEngineException wrong) {
            throw new InvalidValueException(
                    "script " + file,
                    "be a conversation in YAML",
                    "something else",
                    "take one of the samples as a model");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Conversation of(Path file, Map<?, ?> yaml) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path folder = file.toAbsolutePath().normalize().getParent();
        Scene scene = new Scene(
                Objects.requireNonNullElse(text(yaml, "student"), "student"),
                text(yaml, "activity"),
                Objects.requireNonNullElse(text(yaml, "policy"), "intermediate"),
                Objects.requireNonNullElse(text(yaml, "locale"), "es-AR"));
        String course = Objects.requireNonNullElse(text(yaml, "course"), "../../quickstart/course");
        List<?> turns = Objects.requireNonNullElse((List<?>) yaml.get("turns"), List.of());
        return new Conversation(
                name,
                Objects.requireNonNullElse(text(yaml, "title"), name),
                Objects.requireNonNullElse(text(yaml, "about"), ""),
                Objects.requireNonNull(folder).resolve(course).normalize(),
                scene,
                turns.stream().map(turn -> turn(file, (Map<?, ?>) turn)).toList());
    }

    private static Turn turn(Path file, Map<?, ?> yaml) {
        checked(file, yaml, TURN_KEYS);
        Object model = yaml.get("model");
        List<?> tries = model == null ? List.of() : model instanceof List<?> list ? list : List.of(model);
        String minutes = text(yaml, "minutes");
        return new Turn(
                text(yaml, "say"),
                text(yaml, "work"),
                tries.stream().map(answer -> answer.toString().strip()).toList(),
                text(yaml, "attempt"),
                minutes == null ? 0 : Integer.parseInt(minutes));
    }

    private static Map<?, ?> checked(Path file, Map<?, ?> yaml, Set<String> keys) {
        for (Object key : yaml.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw new InvalidValueException("script " + file, "have only known keys", key, "use one of " + keys);
            }
        }
        return yaml;
    }

    private static @Nullable String text(Map<?, ?> yaml, String key) {
        Object value = yaml.get(key);
        return value == null ? null : value.toString().strip();
    }
}
