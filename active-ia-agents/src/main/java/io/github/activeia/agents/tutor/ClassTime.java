package io.github.activeia.agents.tutor;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.knowledge.Passage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something was said in a class: the time marks of a transcript, such as {@code [00:04:05]}, as minutes and seconds. */
final class ClassTime {
    /** A time mark, with or without emphasis. */
    static final Pattern MARK =
            Pattern.compile("\\*{0,2}[\\[(](?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})(?:[.,]\\d{1,3})?[\\])]\\*{0,2}");

    private ClassTime() {}

    /** Returns when a transcript begins, such as {@code 4:05}; empty for other material and where nothing says it. */
    static Optional<String> first(Passage passage) {
        Matcher mark = MARK.matcher(passage.text());
        return isTranscript(passage) && mark.find() ? Optional.of(told(mark)) : Optional.empty();
    }

    /** Returns when a sentence of a transcript was said: the last mark before it. */
    static Optional<String> of(Passage passage, String sentence) {
        if (!isTranscript(passage)) {
            return Optional.empty();
        }
        String text = passage.text().replaceAll("\\s+", " ");
        int at = text.indexOf(sentence);
        Matcher mark = MARK.matcher(at < 0 ? "" : text.substring(0, at));
        Optional<String> last = Optional.empty();
        while (mark.find()) {
            last = Optional.of(told(mark));
        }
        return last;
    }

    private static boolean isTranscript(Passage passage) {
        return passage.document().contentType() == ContentType.TRANSCRIPT;
    }

    private static String told(Matcher mark) {
        int hours = mark.group(1) == null ? 0 : Integer.parseInt(mark.group(1));
        return String.format(Locale.ROOT, "%d:%s", hours * 60 + Integer.parseInt(mark.group(2)), mark.group(3));
    }
}
