package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.evaluation.BeirDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Reads BEIR-shaped folders and embeds what is in them. */
final class Corpora {
    private final VectorCache vectors;

    Corpora(VectorCache vectors) {
        this.vectors = vectors;
    }

    /** Returns the passages and questions of a folder, in one course. */
    Dataset embed(Path folder, BeirDataset data) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        List<Row> bare = data.passages().stream()
                .map(p -> new Row(p.id(), p.title(), p.text(), Dataset.EVERYTHING, new float[0]))
                .toList();
        List<String> questions =
                data.questions().stream().map(BeirDataset.Question::text).toList();
        List<float[]> ofPassages = shown(
                name,
                bare.size(),
                done -> vectors.passages(bare.stream().map(Row::searchText).toList(), done));
        List<float[]> ofQuestions = shown(name, questions.size(), done -> vectors.questions(questions, done));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            Row row = bare.get(i);
            rows.add(new Row(row.id(), row.title(), row.text(), row.course(), ofPassages.get(i)));
        }
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            asked.add(new Asked(data.questions().get(i).id(), questions.get(i), ofQuestions.get(i)));
        }
        return new Dataset(name, language(data), rows, asked);
    }

    private static String language(BeirDataset data) {
        return count(data, " the ") > count(data, " de ") ? "en" : "es";
    }

    private static long count(BeirDataset data, String word) {
        return data.passages().stream().filter(p -> p.text().contains(word)).count();
    }

    private static List<float[]> shown(String name, int size, Embedding embedding) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("embedding " + name)
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            List<float[]> vectors = embedding.run(bar::stepTo);
            bar.stepTo(size);
            return vectors;
        }
    }

    private interface Embedding {
        List<float[]> run(IntConsumer done);
    }
}
