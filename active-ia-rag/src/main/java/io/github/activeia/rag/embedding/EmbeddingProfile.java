package io.github.activeia.rag.embedding;

import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import java.util.Set;

/**
 * What an embedding model is and needs. A store records id and dimension, and refuses vectors of another model.
 *
 * <p>The factories know the common models. For another one, start from {@link #of}: a model that wants prefixes and does not get
 * them still answers, only worse, and nothing warns.
 *
 * @param modelId names the model and everything that changes its vectors
 * @param dimension of the vectors that come out, after any truncation
 * @param queryPrefix put before a question; may be empty
 * @param passagePrefix put before a passage; may be empty
 * @param maxTokens the longest input that the model reads whole, prefix included, at least 32
 * @param normalise whether vectors are scaled to length 1
 * @param modelDimension of the vectors that the model returns, before any truncation
 * @param pooling for ONNX files
 */
public record EmbeddingProfile(
        String modelId,
        int dimension,
        String queryPrefix,
        String passagePrefix,
        int maxTokens,
        boolean normalise,
        int modelDimension,
        Pooling pooling) {

    private static final String BGE_INSTRUCTION = "Represent this sentence for searching relevant passages: ";
    private static final String NOMIC = "nomic-embed-text";
    private static final Set<Integer> NOMIC_SIZES = Set.of(512, 256, 128, 64);

    /**
     * Checks the values.
     *
     * @throws io.github.activeia.core.ConfigurationException with everything that is wrong
     */
    public EmbeddingProfile {
        new Faults()
                .require(!modelId.isBlank(), "modelId", "not be blank", "blank", "name the model")
                .require(
                        dimension >= 1 && dimension <= 16_384,
                        "dimension",
                        "be from 1 to 16384",
                        dimension,
                        "take it from the model's card")
                .require(
                        modelDimension >= dimension && modelDimension <= 16_384,
                        "modelDimension",
                        "be at least dimension (" + dimension + ") and at most 16384",
                        modelDimension,
                        "take it from the model's card")
                .require(maxTokens >= 32, "maxTokens", "be at least 32", maxTokens, "take it from the model's card")
                .throwIfAny();
    }

    /** Creates the profile of a model that is used whole, with mean pooling. */
    public EmbeddingProfile(
            String modelId, int dimension, String queryPrefix, String passagePrefix, int maxTokens, boolean normalise) {
        this(modelId, dimension, queryPrefix, passagePrefix, maxTokens, normalise, dimension, Pooling.MEAN);
    }

    /** Returns the profile of a model without prefixes that reads 512 tokens; vectors are scaled to length 1. */
    public static EmbeddingProfile of(String modelId, int dimension) {
        return new EmbeddingProfile(modelId, dimension, "", "", 512, true);
    }

    /** Returns the profile of e5-small-v2, English, 384 dimensions. */
    public static EmbeddingProfile e5Small() {
        return e5("e5-small-v2", 384);
    }

    /** Returns the profile of multilingual-e5-small, 384 dimensions. */
    public static EmbeddingProfile multilingualE5Small() {
        return e5("multilingual-e5-small", 384);
    }

    /** Returns the profile of multilingual-e5-base, 768 dimensions. */
    public static EmbeddingProfile multilingualE5Base() {
        return e5("multilingual-e5-base", 768);
    }

    /** Returns the profile of multilingual-e5-large, 1024 dimensions; the instruct variant has other prefixes. */
    public static EmbeddingProfile multilingualE5Large() {
        return e5("multilingual-e5-large", 1024);
    }

    /** Returns the profile of bge-small-en-v1.5, 384 dimensions, with an instruction before questions only. */
    public static EmbeddingProfile bgeSmallEnglish() {
        return bge("bge-small-en-v1.5", 384);
    }

    /** Returns the profile of bge-base-en-v1.5, 768 dimensions, with an instruction before questions only. */
    public static EmbeddingProfile bgeBaseEnglish() {
        return bge("bge-base-en-v1.5", 768);
    }

    /** Returns the profile of bge-large-en-v1.5, 1024 dimensions, with an instruction before questions only. */
    public static EmbeddingProfile bgeLargeEnglish() {
        return bge("bge-large-en-v1.5", 1024);
    }

    /** Returns the profile of all-MiniLM-L6-v2, 384 dimensions; it was trained to read 256 tokens. */
    public static EmbeddingProfile allMiniLm() {
        return new EmbeddingProfile("all-MiniLM-L6-v2", 384, "", "", 256, true);
    }

    /** Returns the profile of nomic-embed-text v1.5, 768 dimensions; 2048 tokens, which is what Ollama gives it. */
    public static EmbeddingProfile nomicEmbedText() {
        return new EmbeddingProfile(NOMIC, 768, "search_query: ", "search_document: ", 2048, true);
    }

    /** Returns the profile of mistral-embed, 1024 dimensions. */
    public static EmbeddingProfile mistralEmbed() {
        return new EmbeddingProfile("mistral-embed", 1024, "", "", 8192, true);
    }

    /** Returns the same profile under another id, for a variant of the model, such as a quantised one. */
    public EmbeddingProfile named(String id) {
        return new EmbeddingProfile(
                id, dimension, queryPrefix, passagePrefix, maxTokens, normalise, modelDimension, pooling);
    }

    /** Returns the same profile with other prefixes. */
    public EmbeddingProfile withPrefixes(String query, String passage) {
        return new EmbeddingProfile(modelId, dimension, query, passage, maxTokens, normalise, modelDimension, pooling);
    }

    /** Returns the same profile with another longest input. */
    public EmbeddingProfile reading(int tokens) {
        return new EmbeddingProfile(
                modelId, dimension, queryPrefix, passagePrefix, tokens, normalise, modelDimension, pooling);
    }

    /**
     * Returns the profile of the same model with only the first values of each vector, scaled to length 1 again. The model must
     * have been trained for it (Matryoshka): with any other one the rest of the vector is worth little.
     *
     * @param values fewer than now; for nomic-embed-text 512, 256, 128 or 64
     */
    public EmbeddingProfile truncatedTo(int values) {
        boolean known = !modelId.startsWith(NOMIC) || NOMIC_SIZES.contains(values);
        if (values < 1 || values >= dimension || !known) {
            throw new InvalidValueException(
                    "dimension",
                    modelId.startsWith(NOMIC)
                            ? "be 512, 256, 128 or 64, and less than " + dimension
                            : "be from 1 to " + (dimension - 1),
                    values,
                    "choose a size that the model was trained for");
        }
        return new EmbeddingProfile(
                modelId + "@" + values, values, queryPrefix, passagePrefix, maxTokens, true, modelDimension, pooling);
    }

    private static EmbeddingProfile e5(String id, int dimension) {
        return new EmbeddingProfile(id, dimension, "query: ", "passage: ", 512, true);
    }

    private static EmbeddingProfile bge(String id, int dimension) {
        return new EmbeddingProfile(id, dimension, BGE_INSTRUCTION, "", 512, true, dimension, Pooling.CLS);
    }
}
