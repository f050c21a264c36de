package io.github.activeia.core.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes a name that no wording announces where everything around it together says that it is of somebody the writer knows. The weights of
 * {@code pii-name-weights.txt} were fitted to labelled messages; they are logits and add up. Immutable and thread-safe.
 */
final class NameEvidence {
    private static final String WEIGHTS = "pii-name-weights.txt";
    private static final String BIAS = "bias";
    /** What is less sure than 3 in 4 stays. */
    private static final double LEAST = Math.log(3);

    /** Beside other names, and for a full one of which the writer speaks, as much for as against it is enough. */
    private static final double LEAST_HALF = 0.0;

    private static final Set<String> JOINTS = Set.of("y", "e", "and");

    private static final String GLUE = "@_./\\#$&=<[";
    private static final Set<String> ORIGINS =
            Set.of("soy", "somos", "vengo", "nací", "naci", "am", "i'm", "live", "vivo");
    private static final Set<String> FROM = Set.of("de", "from", "en", "in");
    private static final Set<String> IN = Set.of("en", "in", "from", "at", "desde", "hasta");
    private static final Set<String> PLACED = Set.of("de", "del", "la", "el", "of", "san", "santa");
    private static final int SHORTEST = 3;
    /** The weights are those of messages: in a longer text people are spoken of in another way. */
    private static final int LONGEST = 300;

    private final NameFeatures features;
    private final Map<String, Double> weights;

    NameEvidence(PiiWords words) {
        this(words, load());
    }

    NameEvidence(PiiWords words, Map<String, Double> weights) {
        this.features = new NameFeatures(words);
        this.weights = Map.copyOf(weights);
    }

    /** Takes what is sure enough and was not found before. */
    void add(NameScan scan) {
        Source source = scan.source();
        if (source.size() > LONGEST || scan.isFiction()) {
            return;
        }
        Set<Integer> taken = new HashSet<>();
        for (Span span : scan.found()) {
            for (int i = source.indexAt(span.start()); i < source.indexAt(span.end()); i++) {
                taken.add(i);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int end = taken.contains(i) ? i : candidate(scan, i);
            if (end > i && !taken.contains(end - 1)) {
                candidates.add(new Candidate(i, end, score(features.of(scan, i, end))));
            }
            i = Math.max(i, end - 1);
        }
        for (int i = 0; i < candidates.size(); i++) {
            take(scan, candidates.get(i), taken);
        }
        for (int i = candidates.size() - 1; i >= 0; i--) {
            take(scan, candidates.get(i), taken);
        }
    }

    /** A name that may be taken, and the logit that it should. */
    private record Candidate(int from, int end, double score) {}

    /** "Benja, Mora y Simón": less is enough beside a name that goes. */
    private static void take(NameScan scan, Candidate candidate, Set<Integer> taken) {
        if (taken.contains(candidate.from())) {
            return;
        }
        boolean before = isJoint(scan, candidate.from() - 1) && taken.contains(candidate.from() - 2);
        boolean behind = isJoint(scan, candidate.end()) && taken.contains(candidate.end() + 1);
        boolean half = before || behind || isOwnFull(scan, candidate.from(), candidate.end());
        if (candidate.score() >= (half ? LEAST_HALF : LEAST)) {
            scan.add(candidate.from(), candidate.end());
            for (int i = candidate.from(); i < candidate.end(); i++) {
                taken.add(i);
            }
        }
    }

    /** A full name in a sentence of the writer about themselves. */
    private static boolean isOwnFull(NameScan scan, int from, int end) {
        return end - from >= 2 && scan.isFirstName(from) && scan.isPersonal(from, end);
    }

    private static boolean isJoint(NameScan scan, int at) {
        Source source = scan.source();
        return at > 0
                && at < source.size()
                && (source.token(at).isOneOf(",&+/")
                        || JOINTS.contains(source.token(at).folded()));
    }

    private double score(List<String> found) {
        double sum = weights.getOrDefault(BIAS, 0.0);
        for (String feature : found) {
            sum += weights.getOrDefault(feature, 0.0);
        }
        return sum;
    }

    /** Returns what {@link #add} would weigh. */
    List<String> featuresOf(NameScan scan, int from, int end) {
        return features.of(scan, from, end);
    }

    /** Returns the index behind the name that may start here, or the same index. */
    int candidate(NameScan scan, int at) {
        Source source = scan.source();
        Token token = source.token(at);
        if (!token.isWord() || source.isQuoted(token.start()) || source.isLiteral(token.start()) || isPart(scan, at)) {
            return at;
        }
        int end = at;
        if (token.isCapital()) {
            end = scan.end(at);
        } else if (scan.isSmallName(at)) {
            end = Math.max(at + 1, scan.fullEnd(at));
        }
        if (end == at
                || token.text().length() < SHORTEST
                || isGluedBehind(source, end)
                || isNumbered(source, at, end)) {
            return at;
        }
        boolean opens = source.isLineStart(at) || source.token(at - 1).isOneOf(".?!¿¡:");
        boolean named = scan.isFirstName(at) || (end - at >= 2 && scan.isSurname(end - 1));
        boolean column = at > 0
                && end < source.size()
                && source.token(at - 1).isOneOf(";|")
                && source.token(end).isOneOf(";|");
        boolean word = opens && end - at == 1 && scan.isCommon(at);
        boolean unknown = !named && (opens || !features.isNickname(token));
        return unknown || word || column || scan.isFamous(at, end) || scan.isSum(at, end) ? at : end;
    }

    /** A part of a longer run of capitals, of an address or an identifier, or a place somebody is from. */
    private boolean isPart(NameScan scan, int at) {
        Source source = scan.source();
        if (at == 0) {
            return false;
        }
        Token before = source.token(at - 1);
        boolean run = source.token(at).isCapital() && source.isSpaced(at - 1, at) && scan.isProper(at - 1);
        boolean glued = source.isGlued(at - 1, at) && before.isOneOf(GLUE);
        boolean origin = at > 1
                && FROM.contains(before.folded())
                && ORIGINS.contains(source.token(at - 2).folded());
        boolean town = IN.contains(before.folded()) && scan.isCommon(at);
        boolean eponym = at > 1
                && ("de".equals(before.folded()) || "del".equals(before.folded()))
                && features.isEponym(source.token(at - 2));
        return run || glued || origin || town || eponym || before.isNumber() || isPlace(source, at);
    }

    /** "Juan Bravo 12", "Juan Bravo, 12": a house or a row of a table. */
    private static boolean isNumbered(Source source, int at, int end) {
        int next = end < source.size() && end - at >= 2 && source.token(end).is(',') ? end + 1 : end;
        return next < source.size() && source.token(next).isNumber() && !source.isLineStart(next);
    }

    /** "Hospital Carlos Haya", "la calle de Juan Bravo": what is called after somebody and stands somewhere. */
    private boolean isPlace(Source source, int at) {
        int i = at - 1;
        while (i >= 0
                && at - i <= 2
                && source.isSpaced(i, i + 1)
                && PLACED.contains(source.token(i).folded())) {
            i--;
        }
        i = i > 0 && source.token(i).isOneOf("./") && source.isGlued(i - 1, i) ? i - 1 : i;
        return i >= 0 && features.isPlace(source, i);
    }

    private static boolean isGluedBehind(Source source, int end) {
        if (end >= source.size() || !source.isGlued(end - 1, end)) {
            return false;
        }
        boolean point = source.token(end).is('.') && end + 1 < source.size() && source.isGlued(end, end + 1);
        return point || source.token(end).isOneOf("_@=(/\\[<>");
    }

    private static Map<String, Double> load() {
        Map<String, Double> weights = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(
                        NameEvidence.class.getResourceAsStream(WEIGHTS), () -> WEIGHTS + " is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    weights.put(line.substring(tab + 1), Double.valueOf(line.substring(0, tab)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return weights;
    }
}
