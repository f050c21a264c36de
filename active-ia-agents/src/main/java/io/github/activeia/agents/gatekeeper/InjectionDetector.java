package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.List;

/** Finds instructions to the tutor about the tutor, and tells using them from talking about them. Thread-safe. */
final class InjectionDetector {
    private final Lexicon lexicon;
    private final Payloads payloads = new Payloads(LexiconFile.load("delimiters.txt"));

    InjectionDetector(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** One finding, with where it stands in the original text. */
    record Finding(String rule, int start, int end, double score) {}

    Injection detect(String text, CodeSpans code, List<Quotes.Span> quotes) {
        Words words = lexicon.read(text, code, true);
        List<Hit> hits = lexicon.match(words);
        Evidence evidence = new Evidence(hits);
        boolean mentions = isMention(evidence, quotes);
        List<Finding> found = new ArrayList<>();
        for (Hit hit : evidence.all("injection")) {
            if (!(mentions && isQuoted(hit, quotes))) {
                found.add(new Finding(
                        hit.rule().id(), hit.start(), hit.end(), hit.rule().score()));
            }
        }
        for (Hit hit : evidence.all("injection_topic")) {
            if (!evidence.has("mention")) {
                found.add(new Finding(
                        hit.rule().id(), hit.start(), hit.end(), hit.rule().score()));
            }
        }
        for (Finding border : payloads.delimiters(text)) {
            boolean shown = code.covers(border.start())
                    || quotes.stream().anyMatch(q -> q.covers(border.start(), border.start() + 1));
            if (!(mentions && shown)) {
                found.add(border);
            }
        }
        for (Payloads.Hidden hidden : payloads.decode(text)) {
            if (isAttack(hidden.text())) {
                found.add(new Finding("hidden_" + hidden.how(), hidden.start(), hidden.end(), 3.0));
            }
        }
        return new Injection(found);
    }

    private static boolean isMention(Evidence evidence, List<Quotes.Span> quotes) {
        return evidence.all("mention").stream()
                .anyMatch(m -> quotes.stream().noneMatch(q -> q.covers(m.start(), m.end())));
    }

    private static boolean isQuoted(Hit hit, List<Quotes.Span> quotes) {
        return quotes.stream().anyMatch(q -> q.covers(hit.start(), hit.end()));
    }

    private boolean isAttack(String text) {
        Words words = lexicon.read(text, CodeSpans.of(""), true);
        Evidence evidence = new Evidence(lexicon.match(words));
        return evidence.score("injection") >= Injection.THRESHOLD
                || Delegation.of(evidence, words, List.of()).score() >= Delegation.THRESHOLD + 1;
    }
}
