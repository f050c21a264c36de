package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The word lists and rules that the gatekeeper reads with, loaded from resource files. Immutable after loading and thread-safe;
 * reading a message takes time linear in the message.
 */
final class Lexicon {
    private static final List<String> RULE_FILES =
            List.of("delegation.txt", "intents.txt", "affect.txt", "injection.txt", "states.txt");

    /** Every file that a lexicon is made of. */
    static final List<String> FILES = Stream.concat(
                    RULE_FILES.stream(), Stream.of("words.txt", "aliases.txt", "look-alikes.txt"))
            .toList();

    private static final Set<String> CANCELLING = Set.of("negation", "pedagogical");

    private final Folding folding;
    private final WordSets sets = new WordSets();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<Integer, List<Rule>> byFirstSet = new HashMap<>();
    /** The same by the number of the set, which is a quicker look. */
    private final Rule[][] firstRules;

    private final BitSet first = new BitSet();
    private final Spelling spelling;
    private final int namedLists;
    private final int fillers;
    private final int joiners;

    private Lexicon(LexiconSource source) {
        folding = new Folding(lookAlikes(source.load("look-alikes.txt")));
        loadLists(source.load("words.txt"));
        new TreeMap<>(lists).values().forEach(sets::numberOf);
        namedLists = sets.count();
        RULE_FILES.forEach(name -> loadRules(source.load(name)));
        fillers = sets.numberOf(resolve("@filler"));
        joiners = sets.numberOf(resolve("@joiner"));
        firstRules = new Rule[sets.count()][];
        byFirstSet.forEach((set, rules) -> firstRules[set] = rules.toArray(new Rule[0]));
        byFirstSet.keySet().forEach(first::set);
        spelling = new Spelling(sets, aliases(source.load("aliases.txt")));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    /** Loads the lexicon that the library ships. */
    static Lexicon load() {
        return load(LexiconSource.shipped());
    }

    /** Loads the lexicon of the library and what a host adds. */
    static Lexicon load(LexiconSource source) {
        return new Lexicon(source);
    }

    private static Map<Integer, String> lookAlikes(LexiconFile file) {
        Map<Integer, String> found = new HashMap<>();
        for (LexiconFile.Line line : file.lines()) {
            String[] parts = line.text().split("\\s+", 2);
            parts[1].codePoints().filter(c -> c != ' ').forEach(c -> found.put(c, parts[0]));
        }
        return found;
    }

    private Map<String, List<String>> aliases(LexiconFile file) {
        Map<String, List<String>> found = new HashMap<>();
        for (LexiconFile.Line line : file.lines()) {
            String[] parts = line.text().split("=", 2);
            if (parts.length != 2) {
                faults.add(file.fault(line, "be 'short = words'"));
                continue;
            }
            List<String> words = Arrays.asList(folding.fold(parts[1]).strip().split("\\s+", -1));
            for (String alias : folding.fold(parts[0]).strip().split("\\s+", -1)) {
                found.put(alias, words);
            }
        }
        return found;
    }

    private void loadLists(LexiconFile file) {
        for (LexiconFile.Line line : file.lines()) {
            List<String> entries = lists.computeIfAbsent(line.heading(), h -> new ArrayList<>());
            for (String word : folding.fold(line.text()).split("\\s+", -1)) {
                entries.addAll(resolve(word));
            }
        }
    }

    private List<String> resolve(String word) {
        if (!word.startsWith("@")) {
            return List.of(folding.fold(word));
        }
        List<String> list = lists.get(word.substring(1));
        if (list == null) {
            throw new IllegalArgumentException("name a list that exists, such as @filler");
        }
        return list;
    }

    private void loadRules(LexiconFile file) {
        for (LexiconFile.Line line : file.lines()) {
            String[] parts = line.text().split("\\s+", 3);
            if (parts.length != 3) {
                faults.add(file.fault(line, "be 'score id pattern'"));
                continue;
            }
            try {
                double score = Double.parseDouble(parts[0]);
                for (WordPattern pattern : WordPattern.parse(folding.fold(parts[2]), this::resolve, sets)) {
                    Rule rule = new Rule(line.heading(), parts[1], score, inReach(pattern, line));
                    byFirstSet
                            .computeIfAbsent(pattern.firstSet(), s -> new ArrayList<>())
                            .add(rule);
                }
            } catch (IllegalArgumentException e) {
                faults.add(file.fault(line, "be a score, a name and a pattern (" + e.getMessage() + ")"));
            }
        }
    }

    /** What cancels a request must not reach into the next clause. */
    private static WordPattern inReach(WordPattern pattern, LexiconFile.Line line) {
        return CANCELLING.contains(line.heading()) ? pattern.withinClause() : pattern;
    }

    /** Reads the words of a text; words in code only if asked for. */
    Words read(String text, CodeSpans code, boolean withCode) {
        Tokenizer tokenizer = new Tokenizer(text, folding, code);
        List<RawToken> kept = tokenizer.tokens();
        if (!withCode) {
            kept.removeIf(RawToken::code);
        }
        List<Token> tokens = new ArrayList<>(kept.size());
        Map<String, BitSet> seen = new HashMap<>();
        for (RawToken token : spelling.respell(kept)) {
            BitSet found = seen.computeIfAbsent(token.form(), spelling::setsOf);
            tokens.add(
                    new Token(token.form(), token.start(), token.end(), token.sentence(), token.clauseStart(), found));
        }
        return new Words(List.copyOf(tokens), tokenizer.questions(), fillers, joiners);
    }

    /** Returns every rule that fires, in the order of the text. */
    List<Hit> match(Words words) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            BitSet found = words.get(i).sets();
            for (int set = found.nextSetBit(0); set >= 0; set = found.nextSetBit(set + 1)) {
                if (first.get(set)) {
                    match(words, i, firstRules[set], hits);
                }
            }
        }
        return hits;
    }

    private static void match(Words words, int start, Rule[] rules, List<Hit> hits) {
        for (Rule rule : rules) {
            int end = rule.pattern().endOfMatch(words, start);
            if (end > start) {
                int from = words.get(start).start();
                hits.add(new Hit(rule, start, end, from, words.get(end - 1).end()));
            }
        }
    }

    /** Returns how many lists have a name; their numbers are the first ones, in the order of the names. */
    int namedLists() {
        return namedLists;
    }

    /** Returns the number of a named list. */
    int set(String name) {
        return sets.numberOf(resolve("@" + name));
    }
}
