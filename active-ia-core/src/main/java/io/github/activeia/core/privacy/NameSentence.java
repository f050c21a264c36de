package io.github.activeia.core.privacy;

import java.util.Set;

/** What the sentence around a name speaks about: the life of a course, or what is studied there. Immutable; looks a bounded way around. */
final class NameSentence {
    private static final int REACH = 24;
    private static final int YEAR = 4;
    private static final int SHORTEST_PLURAL = 5;
    private static final Set<String> TOPIC = Set.of("sobre", "about");

    private final WordList life;
    private final WordList study;
    private final WordList exams;
    private final WordList own;
    private final WordList accented;

    NameSentence(PiiWords words) {
        life = words.list("course_life");
        study = words.list("study");
        own = words.list("own_deed");
        accented = words.list("accented");
        exams = words.list("course_exam");
    }

    /** Returns whether a word is one of groups, sections, enrolment and their like. */
    boolean isGroup(Token word) {
        return word.isWord() && life.contains(word.folded());
    }

    /** Returns whether groups, sections, enrolment and their like are spoken of, and nothing that is studied is. */
    boolean isLife(Source source, int from, int end) {
        return has(life, source, from, end) && !isStudy(source, from, end);
    }

    /** Returns whether an exam or a hand-in is spoken of, and nothing that is studied is. */
    boolean isExam(Source source, int from, int end) {
        return has(exams, source, from, end) && !isStudy(source, from, end);
    }

    /** Returns whether books, theories, exercises and their like are spoken of: then a name is one that courses speak about. */
    boolean isStudy(Source source, int from, int end) {
        boolean topic = from > 0 && TOPIC.contains(source.token(from - 1).folded());
        return topic || has(study, source, from, end);
    }

    /** Returns whether the writer speaks of what they did themselves, before the name and in its sentence. */
    boolean isOwn(Source source, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH) && !isStop(source, i); i--) {
            Token token = source.token(i);
            if (token.isWord() && (own.contains(token.folded()) || isFirstPerson(token))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the writer speaks of themselves in the sentence of a name, before it or behind it. */
    boolean isPersonal(Source source, int from, int end) {
        if (isOwn(source, from)) {
            return true;
        }
        for (int i = end; i < Math.min(source.size(), end + REACH) && !isStop(source, i); i++) {
            Token token = source.token(i);
            if (token.isWord() && (own.contains(token.folded()) || isFirstPerson(token))) {
                return true;
            }
        }
        return false;
    }

    /** "quedé", "conocí": the accent tells, but for a few words that are no verbs. */
    private boolean isFirstPerson(Token token) {
        String text = token.text();
        boolean accent = text.endsWith("é") || text.endsWith("í");
        boolean plural = text.length() > SHORTEST_PLURAL && text.endsWith("mos");
        return (accent || plural) && text.length() > 3 && !token.isCapital() && !accented.contains(token.folded());
    }

    private boolean has(WordList list, Source source, int from, int end) {
        for (int i = from - 1; i >= Math.max(0, from - REACH) && !isStop(source, i); i--) {
            if (isWordOf(list, source, i)) {
                return true;
            }
        }
        for (int i = end; i < Math.min(source.size(), end + REACH) && !isStop(source, i); i++) {
            if (isWordOf(list, source, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWordOf(WordList list, Source source, int at) {
        Token token = source.token(at);
        boolean year = list == study
                && token.isNumber()
                && token.text().length() == YEAR
                && token.text().charAt(0) == '1';
        return year || (token.isWord() && list.contains(token.folded()));
    }

    private static boolean isStop(Source source, int at) {
        boolean end = source.token(at).isOneOf("?!;¿¡")
                || (source.token(at).is('.')
                        && at > 0
                        && source.token(at - 1).text().length() > 2);
        return end || (source.isLineEnd(at) && at + 1 < source.size());
    }
}
