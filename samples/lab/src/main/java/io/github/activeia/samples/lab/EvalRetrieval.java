package io.github.activeia.samples.lab;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.rag.evaluation.EvaluationReport;
import io.github.activeia.rag.evaluation.QuestionNoise;
import io.github.activeia.rag.evaluation.RankingMetrics;
import io.github.activeia.rag.evaluation.RetrievalEvaluation;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.Legs;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks the passages of a BEIR-shaped corpus for its questions, with the hybrid and with each of its two arms alone. */
@Command(
        name = "retrieval",
        description = "nDCG@10, Recall@10, MRR@10 and Hit@10 over corpus.jsonl, queries.jsonl and qrels.tsv.",
        mixinStandardHelpOptions = true)
final class EvalRetrieval implements Callable<Integer> {
    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "The folder of the three files.")
    private Path corpus = Path.of(".");

    @Option(names = "--store", description = "lucene, pgvector or pgvector:JDBC-URL; default ${DEFAULT-VALUE}.")
    private String store = "lucene";

    @Option(names = "--language", description = "es or en; default: what most of the corpus looks like.")
    private @Nullable String language;

    @Option(
            names = "--noise",
            description = "student: no accents, capitals or question marks, and slips of the fingers.")
    private @Nullable String noise;

    @Option(names = "--seed", description = "Of the noise; default ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Option(names = "--half", description = "tune or report: only half of the questions; default all.")
    private @Nullable String half;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the hybrid's figures there, as JSON.")
    private @Nullable Path file;

    @Option(names = "--min-ndcg", description = "Exit status 1 if the hybrid's overall nDCG@10 is less.")
    private double minimum;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Corpus indexed = Corpus.index(corpus, store, Embedder.inProcess(), language)) {
            RetrievalEvaluation questions = RetrievalEvaluation.of(questions(indexed.data()), indexed.course());
            spec.commandLine()
                    .getOut()
                    .printf("%-32s %6s  %8s  %10s  %7s  %7s%n", "", "n", "ndcg@10", "recall@10", "mrr@10", "hit@10");
            EvaluationReport hybrid = run(indexed, questions, Legs.BOTH);
            run(indexed, questions, Legs.LEXICAL);
            run(indexed, questions, Legs.VECTOR);
            if (file != null) {
                Files.writeString(file, hybrid.toJson() + "\n");
            }
            return hybrid.overall().ndcg() >= minimum ? 0 : 1;
        }
    }

    private BeirDataset questions(BeirDataset all) {
        BeirDataset part = half == null ? all : all.half(BeirDataset.Half.valueOf(half.toUpperCase(Locale.ROOT)));
        if (noise == null) {
            return part;
        }
        if (!noise.equals("student")) {
            throw new ConfigurationException(
                    new Fault("--noise", "be student", noise, "leave it out for clean questions"));
        }
        return part.withNoise(QuestionNoise.student(seed));
    }

    private EvaluationReport run(Corpus corpus, RetrievalEvaluation questions, Legs legs) {
        RetrievalSettings settings = RetrievalSettings.builder().legs(legs).build();
        EvaluationReport report = questions.run(HybridRetriever.of(corpus.store(), corpus.embedder(), settings));
        String name = legs.name().toLowerCase(Locale.ROOT);
        print(name, report.overall());
        report.byType().forEach((type, metrics) -> print(name + " " + type, metrics));
        return report;
    }

    private void print(String name, RankingMetrics m) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-32s %6d  %8.4f  %10.4f  %7.4f  %7.4f%n",
                        name,
                        m.questions(),
                        m.ndcg(),
                        m.recall(),
                        m.mrr(),
                        m.hit());
    }
}
