package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.TutorRequest.Conversation;
import io.github.activeia.agents.tutor.TutorRequest.Said;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.PromptFile;
import io.github.activeia.agents.writing.TokenEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes down a conversation within its budget. The newest turns stay word for word. Of older ones remain the first sentence of what the
 * student said and the question of what the tutor said; where there is no room for that either, a count. Nothing goes without being
 * counted. The newest turn is whole unless it, together with that count, is over the budget by itself; then it says that it was
 * shortened. The same turns always give the same text.
 */
final class History {
    /** The share of the budget that is for the newest turns when not all fit. */
    private static final double NEWEST = 0.7;

    private static final int LONGEST_SENTENCE = 160;
    private static final Pattern SENTENCE = Pattern.compile("(?s)^.*?(?:[.?!…](?=\\s|$)|\\n|$)");

    private final PromptFile words;
    private final Locale locale;

    History(PromptFile words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** Returns the turns as lines, or an empty text for a new session. */
    String text(Conversation conversation) {
        List<String> lines = conversation.turns().stream().map(this::line).toList();
        int most = TokenEstimate.characters(conversation.budget(), locale);
        String all = String.join("\n", lines);
        return all.length() <= most ? all : shortened(conversation.turns(), lines, most);
    }

    private String shortened(List<Said> turns, List<String> lines, int most) {
        int first = lines.size() - 1;
        int used = lines.get(first).length() + 1;
        int share = Math.min(
                (int) (most * NEWEST), most - count(turns, turns.size()).length() - 1);
        while (first > 0 && used + lines.get(first - 1).length() + 1 <= share) {
            first--;
            used += lines.get(first).length() + 1;
        }
        List<Said> older = turns.subList(0, first);
        String newest = String.join("\n", lines.subList(first, lines.size()));
        if (older.isEmpty()) {
            return cut(newest, most);
        }
        int room = most - count(older, older.size()).length() - 1;
        String kept = newest.length() <= room ? newest : cut(newest, room);
        return summary(older, most - kept.length() - 1) + "\n" + kept;
    }

    /** As many gists as fit, the newest of the older turns first, under a line that counts them all. */
    private String summary(List<Said> older, int most) {
        List<String> gists = new ArrayList<>();
        int left = most - count(older, older.size()).length();
        int at = older.size();
        while (at > 0) {
            String gist = gist(older.get(at - 1));
            if (gist.length() + 1 > left) {
                break;
            }
            left -= gist.length() + 1;
            gists.add(gist);
            at--;
        }
        Collections.reverse(gists);
        String count = count(older, at);
        return gists.isEmpty() ? count : count + "\n" + String.join("\n", gists);
    }

    /** Says how many turns the summary stands for, and of how many of them nothing but the count is left. */
    private String count(List<Said> older, int countedOnly) {
        long student = older.stream().filter(Said::student).count();
        String line = new Phrase(words.section("history.summary"))
                .with("turns", String.valueOf(older.size()))
                .with("student", String.valueOf(student))
                .with("tutor", String.valueOf(older.size() - student))
                .text();
        return countedOnly == 0
                ? line
                : line + " "
                        + new Phrase(words.section("history.counted"))
                                .with("turns", String.valueOf(countedOnly))
                                .text();
    }

    private String gist(Said said) {
        String text = said.text().strip();
        if (said.student()) {
            Matcher sentence = SENTENCE.matcher(text);
            return "- " + speaker(said) + clipped(sentence.find() ? sentence.group() : text);
        }
        String asked = lastQuestion(text);
        return "- " + speaker(said) + (asked.isBlank() ? words.section("history.told") : clipped(asked));
    }

    /** From the mark that ends it back to the mark that opens it, or to the end of the sentence before. */
    private static String lastQuestion(String text) {
        int end = text.lastIndexOf('?');
        int start = Math.max(0, end);
        while (start > 0 && ".?!¿\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start > 0 && text.charAt(start - 1) == '¿' ? start - 1 : start, end + 1);
    }

    private static String clipped(String sentence) {
        String line = sentence.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SENTENCE ? line : start(line, LONGEST_SENTENCE - 1) + "…";
    }

    /** Keeps the beginning and says how much is missing. */
    private String cut(String text, int most) {
        String mark = " "
                + new Phrase(words.section("history.shortened"))
                        .with("characters", String.valueOf(text.length()))
                        .text();
        return start(text, Math.max(0, most - mark.length())) + mark;
    }

    /** A pair of code units is not cut in two. */
    private static String start(String text, int length) {
        int end = Math.min(length, text.length());
        boolean split = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end);
    }

    /** What looks like the next speaker within a text is indented, so that nobody can put words into the other's mouth. */
    private String line(Said said) {
        return speaker(said) + said.text().strip().replaceAll("\\R", "\n  ");
    }

    private String speaker(Said said) {
        return words.section(said.student() ? "history.student" : "history.tutor") + " ";
    }
}
