package io.github.activeia.rag.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.activeia.core.cache.Cache;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** Embeds questions and passages. Implementations are thread-safe. */
public interface Embedder {
    /** Returns what the model is and needs. */
    EmbeddingProfile profile();

    /**
     * Returns the vector of a question.
     *
     * @throws io.github.activeia.core.InvalidValueException if the question is blank
     * @throws EmbeddingException if the model fails
     * @throws io.github.activeia.core.ConfigurationException if the model's vectors are not those of the profile
     */
    float[] embedQuery(String question);

    /**
     * Returns the vectors of passages, in their order; an empty list for an empty one. What a passage holds beyond the profile's
     * longest input is not embedded.
     *
     * @throws io.github.activeia.core.InvalidValueException if a passage is blank
     * @throws EmbeddingException if the model fails
     * @throws io.github.activeia.core.ConfigurationException if the model's vectors are not those of the profile
     */
    List<float[]> embedPassages(List<String> passages);

    /**
     * Returns e5-small-v2, quantised, run in this process on the caller's thread, without network. The weights are loaded by this
     * call, once for the life of the process.
     *
     * @throws io.github.activeia.core.ConfigurationException if its artifact is not on the class path
     */
    static Embedder inProcess() {
        return inProcess(Runnable::run);
    }

    /**
     * Returns {@link #inProcess()} with passages spread over the threads of an executor, which stays the caller's to close.
     *
     * @throws io.github.activeia.core.ConfigurationException if its artifact is not on the class path
     */
    static Embedder inProcess(Executor executor) {
        return LocalModels.e5Small(executor);
    }

    /** Returns an embedder over any langchain4j model; passages go to it 32 at a time. */
    static Embedder of(EmbeddingModel model, EmbeddingProfile profile) {
        return new ProfiledEmbedder(model, profile);
    }

    /**
     * Returns a model read from files, run in this process on the caller's thread.
     *
     * @param model the weights, in ONNX format, with the token vectors as first output
     * @param tokenizer the {@code tokenizer.json} that belongs to it
     * @param profile what the model is and needs
     * @throws io.github.activeia.core.ConfigurationException if a file or the artifact that reads it is missing
     */
    static Embedder onnx(Path model, Path tokenizer, EmbeddingProfile profile) {
        return LocalModels.onnx(model, tokenizer, profile);
    }

    /**
     * Returns this embedder with its vectors kept for 24 h, exactly as they were made; of passages, only those that are missing are
     * embedded. The key is a hash of the whole profile and the text.
     *
     * @param cache where they are kept; it stays the caller's to close
     */
    default Embedder cached(Cache cache) {
        return new CachedEmbedder(this, cache);
    }
}
