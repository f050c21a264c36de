package io.github.activeia.agents.tutor;

import io.github.activeia.core.knowledge.Passage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tutor can take from a passage.
 *
 * @param sentences the sentences of its prose, in order, word for word; no headings, code, tables or teacher's lines
 * @param questions what its author wrote behind {@code **Pregunta guía:**} or {@code **Guiding question:**}
 * @param mistakes what its author wrote behind {@code **Error frecuente:**} or {@code **Common mistake:**}
 */
record Lesson(List<String> sentences, List<String> questions, List<String> mistakes) {
    private static final Pattern FENCE = Pattern.compile("(?s)(```|~~~).*?(\\1|\\z)");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(-->|\\z)");
    private static final Pattern LABEL = Pattern.compile(
            "^\\s*(?:[-*>]\\s+)?\\*\\*\\s*(?<label>[^*:]{3,40}?)\\s*(?::\\s*\\*\\*|\\*\\*\\s*:)\\s*(?<text>.+)$");
    private static final Pattern QUESTION = Pattern.compile("(?iU)preguntas? guías?|guiding questions?");
    private static final Pattern MISTAKE =
            Pattern.compile("(?iU)error(?:es)? (?:frecuentes?|común|comunes)|common (?:mistake|error)s?");
    private static final Pattern NOT_PROSE =
            Pattern.compile("^\\s*(#{1,6}\\s|\\||!\\[|\\$\\$|[-=*_]{3,}\\s*$|\\s{4,}\\S).*");
    private static final Pattern TIMED = Pattern.compile("^\\s*" + ClassTime.MARK.pattern() + "\\s*");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•>]|\\d{1,2}[.)])\\s+");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?iU).*(?:\\b(?:p|ej|etc|fig|cap|pág|sec|vs|dr|dra|prof|e\\.g|i\\.e|núm|art|aprox)\\.|\\b\\p{Lu}\\.)\\s*$");

    Lesson {
        sentences = List.copyOf(sentences);
        questions = List.copyOf(questions);
        mistakes = List.copyOf(mistakes);
    }

    static Lesson of(Passage passage) {
        Reader reader = new Reader(Locale.forLanguageTag(passage.document().language()));
        String text = COMMENT.matcher(passage.text()).replaceAll("");
        FENCE.matcher(text).replaceAll("\n\n").lines().forEach(reader::line);
        return reader.lesson();
    }

    /** Gathers lines into paragraphs and items, and cuts those into sentences. */
    private static final class Reader {
        private final Locale locale;
        private final List<String> sentences = new ArrayList<>();
        private final List<String> questions = new ArrayList<>();
        private final List<String> mistakes = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();
        private List<String> open = sentences;

        Reader(Locale locale) {
            this.locale = locale;
        }

        void line(String line) {
            Matcher timed = TIMED.matcher(line);
            if (timed.lookingAt()) {
                flush();
                text(line.substring(timed.end()));
            } else {
                text(line);
            }
        }

        private void text(String line) {
            Matcher label = LABEL.matcher(line);
            if (label.matches() && target(label.group("label")) != sentences) {
                flush();
                open = target(label.group("label"));
                paragraph.append(label.group("text").strip());
            } else if (line.isBlank() || NOT_PROSE.matcher(line).matches()) {
                flush();
            } else if (BULLET.matcher(line).lookingAt()) {
                flush();
                paragraph.append(BULLET.matcher(line).replaceFirst("").strip());
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }

        Lesson lesson() {
            flush();
            return new Lesson(sentences, questions, mistakes);
        }

        private List<String> target(String label) {
            if (QUESTION.matcher(label).matches()) {
                return questions;
            }
            return MISTAKE.matcher(label).matches() ? mistakes : sentences;
        }

        private void flush() {
            String text = paragraph.toString().replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                if (open == sentences) {
                    sentences.addAll(split(text));
                } else {
                    open.add(text);
                }
            }
            paragraph.setLength(0);
            open = sentences;
        }

        private List<String> split(String text) {
            BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
            breaks.setText(text);
            List<String> found = new ArrayList<>();
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                String sentence = text.substring(start, end);
                if (end == text.length() || !ABBREVIATED.matcher(sentence).matches()) {
                    found.add(sentence.strip());
                    start = end;
                }
            }
            return found;
        }
    }
}
