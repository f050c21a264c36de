package io.github.activeia.core;

/**
 * What happens while a reply is made, in order. The texts since the last {@link Restart}, one after the other, are the text of the reply,
 * letter by letter: what was shown is never taken back by a check.
 */
public sealed interface ReplyEvent {
    /**
     * A new stage began.
     *
     * @param stage which
     */
    record Stage(ReplyStage stage) implements ReplyEvent {}

    /**
     * A part of the reply that was checked and may be shown: a sentence, an item, a whole block of code.
     *
     * @param text in Markdown. The blanks and line breaks between two texts are part of one of them, now of the end of the first, now of
     *     the beginning of the second: show the texts as they come, without trimming them or putting anything between them
     */
    record Text(String text) implements ReplyEvent {
        /** Leaves the text out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /**
     * The end of what belongs together: the moment to announce it, for example to a screen reader.
     *
     * @param kind of what it is the end
     */
    record Boundary(Kind kind) implements ReplyEvent {
        /** What has ended. */
        public enum Kind {
            /** A sentence or an item. */
            SENTENCE,

            /** A block of code. */
            CODE,

            /** The reply. */
            REPLY
        }
    }

    /** The texts so far are void, because the model that wrote them was lost in the middle: clear what is shown. */
    record Restart() implements ReplyEvent {}
}
