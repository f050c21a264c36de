package io.github.activeia.agents.gatekeeper;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.privacy.PiiRedactor;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a gatekeeper. Nothing has to be set. Not thread-safe. */
public final class GatekeeperBuilder {
    private @Nullable PiiRedactor redactor;
    private @Nullable LexiconSource lexicon;
    private @Nullable Embeddings embeddings;
    private @Nullable LanguageModel model;

    GatekeeperBuilder() {}

    /** Sets what finds personal data; default {@link PiiRedactor#defaults()}. */
    public GatekeeperBuilder redactor(PiiRedactor value) {
        redactor = once("redactor", redactor, value);
        return this;
    }

    /**
     * Sets a folder whose files add to those of the library with the same name: {@code words.txt}, {@code delegation.txt},
     * {@code intents.txt}, {@code affect.txt}, {@code injection.txt}, {@code aliases.txt}, {@code examples/intents-es.txt} and so on.
     * {@link Gatekeeper#reload()} reads them again. Default none.
     *
     * @throws io.github.activeia.core.ConfigurationException if it is no folder
     */
    public GatekeeperBuilder lexicon(Path folder) {
        lexicon = once("lexicon", lexicon, LexiconSource.with(folder));
        return this;
    }

    /**
     * Sets an embedder, so that the meaning of a message counts beside its words. What was learnt for e5-small-v2-q comes with the
     * library; for another model, or other examples, every example is embedded when the gatekeeper is built. Default none.
     *
     * @param modelId the name of the model
     * @param embedder makes a vector of a question, which has no personal data; thread-safe, and bounds its own time. Where it fails, the
     *     words alone decide
     */
    public GatekeeperBuilder embeddings(String modelId, Function<String, float[]> embedder) {
        embeddings = once("embeddings", embeddings, new Embeddings(modelId, embedder, null));
        return this;
    }

    /** Sets an embedder like {@link #embeddings(String, Function)}, and a file that keeps what was learnt for the next start. */
    public GatekeeperBuilder embeddings(String modelId, Function<String, float[]> embedder, Path file) {
        embeddings = once("embeddings", embeddings, new Embeddings(modelId, embedder, file));
        return this;
    }

    /**
     * Sets a model that is asked which of the two likeliest intents it is where they are close; it may be local models only, whatever
     * the policy. Without one, or where it does not answer, the likeliest stands. Default none.
     */
    public GatekeeperBuilder tieBreak(LanguageModel value) {
        model = once("tieBreak", model, value);
        return this;
    }

    /**
     * Builds the gatekeeper.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line of the host's files that is wrong
     */
    public Gatekeeper build() {
        return new Gatekeeper(new GatekeeperSources(
                Objects.requireNonNullElseGet(lexicon, LexiconSource::shipped),
                Objects.requireNonNullElseGet(redactor, PiiRedactor::defaults),
                embeddings,
                new TieBreak(model)));
    }
}
