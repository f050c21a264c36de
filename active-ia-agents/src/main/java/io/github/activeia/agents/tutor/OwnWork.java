package io.github.activeia.agents.tutor;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a student has done, line by line, as tutor and student refer to it: the first line is 1.
 *
 * @param lines without blank lines at the end
 */
record OwnWork(List<String> lines) {
    private static final int LONGEST_QUOTE = 80;
    private static final int TURNS = 3;
    private static final double NEARLY = 0.5;
    private static final Pattern NAMED =
            Pattern.compile("(?iU)\\b(?:l[ií]neas?|rengl[oó]n|renglones|lines?)\\s+(?:n[°º.]\\s*)?(\\d{1,5})\\b");

    /** What would be read as a citation, or stands for personal data, or would end a quotation. */
    private static final Pattern NOT_QUOTABLE =
            Pattern.compile("(?U)(?<![\\p{L}\\p{N}_\\])])\\[\\d{1,3}]|\\[[A-Z]+(?:_\\d+)?]|```|[«»“”]");

    private static final Pattern SAYS_LITTLE = Pattern.compile(
            "(?iU)^(?://|#|/\\*|\\*|--|\"\"\"|<!--|import\\b|from\\b|package\\b|using\\b|include\\b|@|(?:def|class|function)\\s+\\w).*|^[\\W\\d_]*$");
    private static final Pattern DECIDES = Pattern.compile(
            "(?iU).*(?:\\b(?:if|elif|while|for|return|when|since|because|therefore|hence|si|mientras|para|hasta|porque|entonces|luego|"
                    + "por lo tanto|por ende|ya que|implica)\\b|[<>=!]=|=>|→|[<>]).*");

    OwnWork {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param text without the space around it, and shortened if it is long
     * @param quotable whether it can stand between quotation marks in a reply
     */
    record Line(int number, String text, boolean quotable) {}

    static OwnWork of(String work) {
        return new OwnWork(work.stripTrailing().lines().toList());
    }

    /** Returns whether most of it is a program and not prose. */
    boolean isCode() {
        long written = lines.stream().filter(line -> !line.isBlank()).count();
        return CodeSpans.of(String.join("\n", lines)).lines() * 2L >= written;
    }

    /**
     * Returns the line to talk about: the one that the message names, otherwise one of those that decide something or share most words
     * with the message and the material, another one with each turn.
     */
    Optional<Line> line(String message, Function<String, Set<String>> terms, Set<String> about, int turn) {
        Matcher named = NAMED.matcher(message);
        if (named.find()) {
            int number = Integer.parseInt(named.group(1));
            if (number >= 1 && number <= lines.size() && !lines.get(number - 1).isBlank()) {
                return Optional.of(at(number));
            }
        }
        List<Scored> scored = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (!lines.get(number - 1).isBlank()) {
                scored.add(new Scored(at(number), score(at(number), terms, about)));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Line> best = scored.stream()
                .filter(s -> s.score() >= scored.get(0).score() * NEARLY)
                .map(Scored::line)
                .limit(TURNS)
                .toList();
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get(Math.floorMod(turn, best.size())));
    }

    private record Scored(Line line, double score) {}

    private static double score(Line line, Function<String, Set<String>> terms, Set<String> about) {
        long shared = terms.apply(line.text()).stream().filter(about::contains).count();
        double score = 1 + shared + (DECIDES.matcher(line.text()).matches() ? 2 : 0);
        score *= SAYS_LITTLE.matcher(line.text()).matches() ? 0.1 : 1;
        return line.quotable() ? score : score * 0.4;
    }

    private Line at(int number) {
        String text = lines.get(number - 1).strip().replaceAll("\\s+", " ").replaceFirst("(?<!\\.)\\.$", "");
        boolean quotable = !NOT_QUOTABLE.matcher(text).find();
        return new Line(
                number,
                text.length() <= LONGEST_QUOTE
                        ? text
                        : text.substring(0, LONGEST_QUOTE - 1).strip() + "…",
                quotable);
    }
}
