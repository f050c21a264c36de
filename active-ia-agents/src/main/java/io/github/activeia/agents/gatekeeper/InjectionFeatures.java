package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What the classifier of injections knows of each word of a text: the word, its neighbours, its letters and its ideas ({@link #words}),
 * and the rules that begin there ({@link #rules}). Made once for a text; a window is a sum over its words.
 */
final class InjectionFeatures {
    private static final int NEAR = 5;

    /** How many features a word has, about. */
    private static final int EXPECTED_OF_WORD = 20;

    static final long WORD = Features.hash("w:");
    private static final long PAIR = Features.hash("b:");
    private static final long APART = Features.hash("k:");
    private static final long FIRST = Features.hash("f:");
    private static final long PART = Features.hash("c:");
    private static final long QUOTED = Features.hash("q:");
    private static final long IDEAS = Features.hash("n:");
    private static final long OBJECTS = Features.hash("o:");
    private static final int OBJECT_REACH = 6;
    private static final double OBJECT_WEIGHT = 2;
    private static final int MOODS = 3;
    private static final int KINDS_OF_OBJECT = 8;
    /** Words before a verb that gives no order. */
    private static final Set<String> LINKS = Set.of(
            "to", "a", "que", "de", "para", "can", "could", "puede", "puedo", "should", "would", "i", "we", "se", "no",
            "not", "the");

    private static final List<String> KINDS =
            List.of("mention", "authority", "delegation", "pedagogical", "help", "exploration");

    private final Words text;
    private final InjectionIdeas ideas;
    private final Features words;
    private final Features rules = new Features();
    private final List<BitSet> found = new ArrayList<>();

    private InjectionFeatures(Words text, InjectionIdeas ideas) {
        this.text = text;
        this.ideas = ideas;
        this.words = new Features(EXPECTED_OF_WORD * (text.size() + 1));
    }

    static InjectionFeatures of(
            Words text,
            List<Hit> hits,
            List<InjectionText.Sign> signs,
            List<Quotes.Span> quotes,
            CodeSpans code,
            InjectionIdeas ideas) {
        InjectionFeatures features = new InjectionFeatures(text, ideas);
        features.addWords(quotes, code);
        features.addRules(hits);
        for (InjectionText.Sign sign : signs) {
            features.rules.from(sign.word());
            features.rules.add("r:" + sign.rule(), 0.5);
        }
        return features;
    }

    /** What weighs less in a longer window. */
    Features words() {
        return words;
    }

    /** What weighs the same in every window. */
    Features rules() {
        return rules;
    }

    /** Returns the ideas of a word. */
    BitSet ideas(int word) {
        return found.get(word);
    }

    private void addWords(List<Quotes.Span> quotes, CodeSpans code) {
        String before = "^";
        String second = "";
        int quote = 0;
        for (int i = 0; i < text.size(); i++) {
            found.add(ideas.of(text.get(i).form()));
        }
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            String form = token.form();
            words.from(i);
            words.add(Features.hash(WORD, form), 1);
            words.add(pair(PAIR, before, form), 1);
            words.add(pair(APART, second, form), 0.7);
            if (token.clauseStart()) {
                words.add(Features.hash(FIRST, form), 1);
            }
            LetterRuns.add(words, PART, form, 0.5);
            addIdeas(i);
            addObject(i, before);
            while (quote < quotes.size() && quotes.get(quote).end() <= token.start()) {
                quote++;
            }
            if (quote < quotes.size() && quotes.get(quote).start() <= token.start()) {
                words.add("quoted", 1);
                found.get(i).stream().forEach(idea -> words.add(Features.hash(QUOTED, (char) idea), 1));
            }
            if (code.covers(token.start())) {
                words.add("code", 1);
            }
            second = before;
            before = form;
        }
    }

    private static long pair(long kind, String one, String other) {
        return Features.hash(Features.hash(Features.hash(kind, one), '_'), other);
    }

    /** The ideas of a word, with those of the words before it. */
    private void addIdeas(int at) {
        BitSet own = found.get(at);
        for (int idea = own.nextSetBit(0); idea >= 0; idea = own.nextSetBit(idea + 1)) {
            words.add(Features.hash(IDEAS, (char) idea), 1);
            for (int back = 1; back <= NEAR && at - back >= 0; back++) {
                BitSet other = found.get(at - back);
                for (int near = other.nextSetBit(0); near >= 0; near = other.nextSetBit(near + 1)) {
                    words.add(Features.hash(Features.hash(IDEAS, (char) near), (char) idea), 0.7);
                }
            }
        }
    }

    /** What a verb of dropping or revealing is said of, and whether it is an order: the tutor's own rules, or a thing of the world. */
    private void addObject(int at, String before) {
        BitSet own = found.get(at);
        int verb = own.get(InjectionIdeas.DROP) ? 1 : own.get(InjectionIdeas.REVEAL) ? 2 : 0;
        if (verb == 0) {
            return;
        }
        int object = object(at);
        int mood = text.get(at).clauseStart() ? 0 : LINKS.contains(before) ? 1 : 2;
        words.add(Features.hash(Features.hash(OBJECTS, (char) (verb * MOODS + mood)), (char) object), OBJECT_WEIGHT);
        words.add(Features.hash(OBJECTS, (char) (verb * KINDS_OF_OBJECT + object + KINDS_OF_OBJECT)), OBJECT_WEIGHT);
    }

    /** Returns whether the reader, rules or secrets, and the assistant are named behind a word, as bits. */
    private int object(int at) {
        BitSet all = new BitSet();
        int most = Math.min(text.size(), at + OBJECT_REACH);
        for (int i = at + 1; i < most && text.get(i).sameSentence(text.get(at)); i++) {
            all.or(found.get(i));
        }
        boolean ruled = all.get(InjectionIdeas.RULES) || all.get(InjectionIdeas.SECRET);
        return (all.get(InjectionIdeas.YOU) ? 1 : 0) + (ruled ? 2 : 0) + (all.get(InjectionIdeas.ASSISTANT) ? 4 : 0);
    }

    private void addRules(List<Hit> hits) {
        for (Hit hit : hits) {
            if (KINDS.contains(hit.rule().kind())) {
                rules.from(hit.from());
                rules.add("r:" + hit.rule().id(), 0.5);
                rules.add("r:" + hit.rule().kind(), 0.3);
            }
        }
    }
}
