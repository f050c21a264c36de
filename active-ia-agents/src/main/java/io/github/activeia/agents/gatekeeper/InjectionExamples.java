package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/** The texts that the classifier of injections learns from. Needed only while the library is built. */
final class InjectionExamples {
    private static final List<String> FILES =
            List.of("examples/injection-es.txt", "examples/injection-en.txt", "examples/injection-other.txt");

    private InjectionExamples() {}

    /**
     * One text.
     *
     * @param text as a student sent it, or as it was retrieved
     * @param attack whether it tries to change, bypass or extract the tutor's rules
     */
    record Labelled(String text, boolean attack) {}

    /** Returns attacks and look-alikes, and ordinary messages, none of which attacks. */
    static List<Labelled> shipped() {
        List<Labelled> found = new ArrayList<>();
        for (String name : FILES) {
            for (LexiconFile.Line line : LexiconFile.load(name).lines()) {
                found.add(new Labelled(
                        IntentExample.unescape(line.text()), line.heading().equals("ATTACK")));
            }
        }
        for (IntentExample example : IntentExamples.load(LexiconSource.shipped())) {
            found.add(new Labelled(example.message(), false));
        }
        return found;
    }
}
