package io.github.activeia.agents.leak;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ContentType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the student has before the reply: the assignment, the own words and work, and what the course's passages say. */
final class Known {
    private static final Pattern OMISSION = Pattern.compile("…|\\.{3}");
    private static final int BRIEF_WORDS = 10;

    private final LeakDetector detector;
    private final List<KnownText> said = new ArrayList<>();
    private final List<KnownText> given = new ArrayList<>();
    private final Set<String> own = new HashSet<>();
    private final Lazy<Set<String>> neighbours = Lazy.of(() -> Implied.neighbours(own));
    private final Lazy<Set<String>> shown;
    private final Set<String> asked;
    private boolean asserting;
    private boolean atWork;
    private boolean question;

    private Known(LeakDetector detector, List<String> shown, Set<String> asked) {
        this.detector = detector;
        this.shown = Lazy.of(() -> Values.keys(shown));
        this.asked = asked;
    }

    /** The course's texts come back, so the detector remembers them; what the student says is read and forgotten. */
    static Known of(Exchange exchange, LeakDetector detector) {
        List<String> shown = exchange.past().shown();
        String last = shown.isEmpty() ? "" : shown.get(shown.size() - 1);
        Known known = new Known(detector, shown, Arithmetic.results(last + "\n" + exchange.question()));
        exchange.past().said().forEach(text -> known.said.add(KnownText.of(text, detector.words())));
        known.said.add(KnownText.of(exchange.question(), detector.words()));
        Activity activity = exchange.activity();
        if (activity != null) {
            known.given.add(detector.known(activity.title() + "\n" + activity.instructions()));
            activity.hints().forEach(hint -> known.given.add(detector.known(hint.text())));
        }
        exchange.passages().stream()
                .filter(passage -> passage.document().contentType() != ContentType.SOLUTION)
                .forEach(passage -> known.given.add(detector.known(passage.text())));
        exchange.past().said().forEach(known::propose);
        known.propose(exchange.question());
        boolean brief = Folded.words(exchange.question()).size() <= BRIEF_WORDS;
        known.atWork = activity != null;
        known.question = exchange.question().indexOf('?') >= 0;
        known.asserting = exchange.question().indexOf('?') < 0 && (brief || !known.own.isEmpty());
        return known;
    }

    /** What a student works with on the way is no answer; what a message ends in, or has little beside, is. */
    private void propose(String message) {
        List<Value> found = Values.of(message);
        boolean brief = Folded.words(message).size() <= BRIEF_WORDS;
        int last = found.stream().mapToInt(Value::start).max().orElse(0);
        found.stream().filter(value -> brief || value.start() == last).forEach(value -> own.add(value.key()));
    }

    /** Returns the values that the student proposed as an answer. */
    Set<String> own() {
        return own;
    }

    /** Returns the values that are one more or one less than a proposed one. */
    Set<String> neighbours() {
        return neighbours.get();
    }

    boolean hasValue(String key) {
        return any(text -> text.values().contains(key));
    }

    /** Returns whether a value stands anywhere before the reply, earlier replies included. */
    boolean told(String key) {
        return hasValue(key) || shown.get().contains(key);
    }

    /** Returns whether some words stand somewhere already. */
    boolean has(String phrase) {
        return any(text -> text.spoken().contains(phrase));
    }

    boolean hasStem(String stem) {
        return any(text -> text.stems().contains(stem));
    }

    /** Returns whether a stem is one of the message that is answered. */
    boolean hasAsked(String stem) {
        return said.get(said.size() - 1).stems().contains(stem);
    }

    /** Returns the words of the message that is answered. */
    List<String> askedWords() {
        return Folded.words(said.get(said.size() - 1).spoken());
    }

    /** Returns whether the message that is answered asks. */
    boolean isQuestion() {
        return question;
    }

    /** Returns whether a line of signs, as {@link Symbols} writes it, stands somewhere already. */
    boolean hasSymbols(String line) {
        return any(text -> text.squeezed().contains(line));
    }

    /** Returns whether the student works on an activity, and does not only ask. */
    boolean isAtWork() {
        return atWork;
    }

    /** Returns whether the student does not ask but says something, such as a result. */
    boolean isSaid() {
        return asserting;
    }

    /** Returns the results of the sums that the question asks for. */
    Set<String> asked() {
        return asked;
    }

    /** Returns whether a line, blanks aside, stands somewhere already, alone or within a line; dots of omission part it. */
    boolean hasLine(String line) {
        for (String part : OMISSION.split(line, -1)) {
            String bare = KnownText.squeeze(part);
            if (bare.length() > 2 && !any(text -> text.hasLine(bare))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the numbers of what a solution says and the student has. */
    BitSet sharedWith(SolutionTerms solution) {
        BitSet shared = new BitSet();
        said.forEach(text -> shared.or(solution.sharedWith(text)));
        given.forEach(text -> shared.or(detector.shared(solution, text)));
        return shared;
    }

    private boolean any(Predicate<KnownText> test) {
        return any(said, test) || any(given, test);
    }

    private static boolean any(List<KnownText> texts, Predicate<KnownText> test) {
        for (KnownText text : texts) {
            if (test.test(text)) {
                return true;
            }
        }
        return false;
    }
}
