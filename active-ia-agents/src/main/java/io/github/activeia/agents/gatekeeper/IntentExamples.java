package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The messages that the classifier of intents learns from, {@code examples/intents-es.txt} and {@code intents-en.txt}. */
final class IntentExamples {
    static final List<String> FILES = List.of("examples/intents-es.txt", "examples/intents-en.txt");

    private IntentExamples() {}

    /**
     * Reads the examples of all sources.
     *
     * @throws ConfigurationException with every line whose heading is no intent
     */
    static List<IntentExample> load(LexiconSource source) {
        List<IntentExample> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : FILES) {
            LexiconFile file = source.load(name);
            for (LexiconFile.Line line : file.lines()) {
                CognitiveIntent intent = intent(line.heading());
                if (intent == null) {
                    faults.add(file.fault(line, "stand below a heading such as [HELP]"));
                } else {
                    found.add(IntentExample.parse(intent, line.text()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return found;
    }

    /** Returns a mark of the examples, which is another for others. */
    static String mark(List<IntentExample> examples) {
        long hash = Features.hash("");
        for (IntentExample example : examples) {
            hash = Features.hash(hash, example.intent().name());
            hash = Features.hash(hash, String.join("\n", example.turns()));
            hash = Features.hash(hash, example.message());
        }
        return Long.toHexString(hash);
    }

    private static @Nullable CognitiveIntent intent(String heading) {
        for (CognitiveIntent intent : CognitiveIntent.values()) {
            if (intent.name().equals(heading.toUpperCase(Locale.ROOT))) {
                return intent;
            }
        }
        return null;
    }
}
