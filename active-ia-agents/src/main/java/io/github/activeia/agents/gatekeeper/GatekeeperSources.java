package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.PiiRedactor;
import org.jspecify.annotations.Nullable;

/**
 * Where a gatekeeper gets what it knows.
 *
 * @param files word lists, rules and examples
 * @param redactor finds personal data
 * @param embeddings what reads the meaning, or null
 * @param tieBreak what settles an intent that is open
 */
record GatekeeperSources(
        LexiconSource files, PiiRedactor redactor, @Nullable Embeddings embeddings, TieBreak tieBreak) {

    Learnt load() {
        Lexicon lexicon = Lexicon.load(files);
        MessageReader reader = new MessageReader(lexicon, new InjectionDetector(lexicon));
        MeaningClassifier meaning = embeddings == null ? null : embeddings.classifier(IntentExamples.load(files));
        return new Learnt(
                reader,
                new Judge(IntentClassifier.load(files, lexicon), meaning),
                new LanguageGuess(files.load("languages.txt")));
    }
}
