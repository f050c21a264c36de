package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.agents.learning.LinearModelFile;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/**
 * Classifiers that are fitted to the shipped examples while the library is built, and lie beside the lexicon in the jar. The build runs
 * {@link #main} after each compilation, so that examples, features and weights always belong together.
 */
final class FittedModels {
    private static final String SUFFIX = ".model";
    static final String INJECTION = "injection" + SUFFIX;
    static final String INTENTS = "intents" + SUFFIX;

    private FittedModels() {}

    /**
     * Fits every model.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], FittedModels.class.getPackageName().split("\\.", -1));
        if (!isUpToDate(folder.resolve(INJECTION), folder)) {
            write(
                    new InjectionFit(InjectionExamples.shipped(), Lexicon.load(), InjectionIdeas.load()).fit(),
                    folder.resolve(INJECTION));
        }
        if (!isUpToDate(folder.resolve(INTENTS), folder)) {
            write(IntentClassifier.fit(LexiconSource.shipped()), folder.resolve(INTENTS));
        }
    }

    /** Fitting takes some time, and most builds change neither examples nor features. */
    private static boolean isUpToDate(Path model, Path folder) throws IOException {
        if (!Files.exists(model)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(model);
        try (Stream<Path> files = Files.walk(folder.resolveSibling(""))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(folder) || file.startsWith(folder.resolveSibling("learning")))
                    .filter(file -> !file.toString().endsWith(SUFFIX))
                    .allMatch(file -> changed(file).compareTo(made) <= 0);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(LinearClassifier model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            LinearModelFile.write(model, stream);
        }
    }

    /**
     * Reads a model from the class path.
     *
     * @throws ConfigurationException if it is not there
     */
    static LinearClassifier load(String name) {
        try (InputStream stream = FittedModels.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new ConfigurationException(
                        new Fault("model", "be on the class path", name, "build active-ia-agents with Maven"));
            }
            return LinearModelFile.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
