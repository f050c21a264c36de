package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words of attacks by their idea, such as whom they address and what they want dropped. Immutable and thread-safe. */
final class InjectionIdeas {
    /** The numbers of the first ideas of the list. */
    static final int ASSISTANT = 0;

    static final int YOU = 1;
    static final int RULES = 2;
    static final int SECRET = 3;
    static final int DROP = 4;
    static final int REVEAL = 5;

    private final Payloads payloads = new Payloads(LexiconFile.load("delimiters.txt"));
    private final WordSets sets = new WordSets();

    InjectionIdeas(LexiconFile file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (LexiconFile.Line line : file.lines()) {
            lists.computeIfAbsent(line.heading(), h -> new ArrayList<>())
                    .addAll(List.of(line.text().split("\\s+", -1)));
        }
        lists.values().forEach(sets::numberOf);
    }

    static InjectionIdeas load() {
        return new InjectionIdeas(LexiconFile.load("injection-ideas.txt"));
    }

    /** Returns where a text pretends that a message ends and another one begins. */
    List<InjectionText.Sign> borders(String text, Words words) {
        List<InjectionText.Sign> found = new ArrayList<>();
        for (InjectionDetector.Finding border : payloads.delimiters(text)) {
            int word = words.from(border.start());
            if (word < words.size()) {
                found.add(new InjectionText.Sign(word, border.rule(), border.start(), border.end(), border.score()));
            }
        }
        return found;
    }

    int count() {
        return sets.count();
    }

    /** Returns the numbers of the ideas of a word. */
    BitSet of(String form) {
        return sets.of(form);
    }
}
