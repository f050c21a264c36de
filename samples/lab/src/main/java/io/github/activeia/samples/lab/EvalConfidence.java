package io.github.activeia.samples.lab;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.rag.evaluation.CalibrationReport;
import io.github.activeia.rag.evaluation.ConfidenceCalibration;
import io.github.activeia.rag.evaluation.LabelledEvidence;
import io.github.activeia.rag.retrieval.ConfidenceModel;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Fits the confidence on one half of the questions of some corpora and reports on the other half. Unanswerable are the questions
 * of another corpus, and those whose own passages are taken away.
 */
@Command(
        name = "confidence",
        description = "Fit the calibrated confidence on half of the questions, report on the other half.",
        mixinStandardHelpOptions = true)
final class EvalConfidence implements Callable<Integer> {
    @Option(
            names = "--corpus",
            required = true,
            arity = "2..*",
            paramLabel = "DIR",
            description = "Two or more BEIR-shaped folders.")
    private List<Path> corpora = List.of();

    @Option(names = "--words-only", description = "Fit the model for embedders that nobody has calibrated.")
    private boolean wordsOnly;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the fitted model there, as properties.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Embedder embedder = Embedder.inProcess();
        List<Corpus> indexed = new ArrayList<>();
        try {
            for (Path corpus : corpora) {
                indexed.add(Corpus.index(corpus, "lucene", embedder, null));
            }
            report(indexed, embedder);
        } finally {
            indexed.forEach(Corpus::close);
        }
        return 0;
    }

    private void report(List<Corpus> indexed, Embedder embedder) throws IOException {
        ConfidenceModel fitted = ConfidenceCalibration.fit(evidence(indexed, BeirDataset.Half.TUNE), wordsOnly);
        List<LabelledEvidence> unseen = evidence(indexed, BeirDataset.Half.REPORT);
        print("fitted here, on the tune half", CalibrationReport.of(fitted, unseen));
        print(
                "shipped",
                CalibrationReport.of(ConfidenceModel.of(embedder.profile().modelId()), unseen));
        if (file != null) {
            Files.writeString(file, fitted.toProperties());
        }
    }

    private static List<LabelledEvidence> evidence(List<Corpus> indexed, BeirDataset.Half half) {
        List<LabelledEvidence> all = new ArrayList<>();
        for (Corpus corpus : indexed) {
            ConfidenceCalibration calibration =
                    ConfidenceCalibration.of(corpus.store(), corpus.embedder(), RetrievalSettings.defaults());
            List<BeirDataset.Question> own = corpus.data().half(half).questions();
            all.addAll(calibration.answerable(own, corpus.course()));
            all.addAll(calibration.withoutAnswer(own, corpus.course()));
            for (Corpus other : indexed) {
                List<BeirDataset.Question> foreign = other.data().half(half).questions();
                if (Collections.disjoint(ids(own), ids(foreign))) {
                    all.addAll(calibration.foreign(foreign, corpus.course()));
                }
            }
        }
        return all;
    }

    /** Questions with the same ids are translations of each other, and so no strangers. */
    private static Set<String> ids(List<BeirDataset.Question> questions) {
        return questions.stream().map(BeirDataset.Question::id).collect(Collectors.toCollection(HashSet::new));
    }

    private void print(String what, CalibrationReport report) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-30s n %d  accuracy %.3f  AUC %.3f  ECE %.3f  answerable kept %.3f  others refused %.3f%n",
                        what,
                        report.questions(),
                        report.accuracy(),
                        report.auc(),
                        report.calibrationError(),
                        report.answeredShare(),
                        report.refusedShare());
    }
}
