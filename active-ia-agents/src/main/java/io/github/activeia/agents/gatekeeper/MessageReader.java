package io.github.activeia.agents.gatekeeper;

/** Reads what a message holds, before anything is decided. Thread-safe; time is linear in the message. */
final class MessageReader {
    private static final int FEW_WORDS = 3;

    private final Lexicon lexicon;
    private final InjectionDetector injections;
    private final int personal;
    private final int asking;
    private final int deliverable;
    private final int course;

    MessageReader(Lexicon lexicon, InjectionDetector injections) {
        this.lexicon = lexicon;
        this.injections = injections;
        this.personal = lexicon.set("personal");
        this.asking = lexicon.set("asking");
        this.deliverable = lexicon.set("deliverable");
        this.course = lexicon.set("course");
    }

    Reading read(String message) {
        SeenText seen = SeenText.of(message, lexicon);
        return read(seen, injections.detect(seen));
    }

    /** Reads a text that nobody typed to the tutor. */
    Injection inspect(String material) {
        return injections.inspect(material);
    }

    /** Reads a message of which only the intent matters. */
    Reading readIntent(String message) {
        return read(SeenText.of(message, lexicon), Injection.NONE);
    }

    private Reading read(SeenText seen, Injection injection) {
        SeenText prose = seen.prose(lexicon);
        Words words = prose.words();
        Evidence evidence = new Evidence(prose.hits());
        return new Reading(
                words,
                evidence,
                Delegation.of(evidence, words, prose.quotes()),
                Affect.of(evidence, isAboutCourse(evidence, words)),
                injection,
                isImpersonal(words),
                prose.code().lines());
    }

    private boolean isAboutCourse(Evidence evidence, Words words) {
        return !evidence.all("help", "validate", "delegation").isEmpty()
                || words.anyIn(deliverable)
                || words.anyIn(course);
    }

    /** A question, or words that begin like one, without a word of the student's own or of a task. */
    private boolean isImpersonal(Words words) {
        if (words.size() < FEW_WORDS) {
            return false;
        }
        boolean asks = !words.questions().isEmpty() || words.get(0).isIn(asking);
        return asks && !words.anyIn(personal);
    }
}
