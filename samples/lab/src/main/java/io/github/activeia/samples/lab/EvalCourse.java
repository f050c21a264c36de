package io.github.activeia.samples.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a course its questions: is an expected document among the first three, and is what lies outside recognised? */
@Command(
        name = "course",
        description = "Hit@3 of a course's own questions, and how many outside questions are told apart.",
        mixinStandardHelpOptions = true)
final class EvalCourse implements Callable<Integer> {
    private static final int FIRST = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--course", paramLabel = "FOLDER", description = "The course files; default the sample course.")
    private @Nullable Path folder;

    @Option(names = "--questions", paramLabel = "FILE", description = "JSON Lines with text and expected.")
    private @Nullable Path questions;

    @Option(
            names = "--outside",
            paramLabel = "FILE",
            description = "JSON Lines with text, of what the course does not cover.")
    private @Nullable Path outside;

    @Option(
            names = "--no-unit",
            description = "Ask without the unit that the student is in; default: its unit is preferred.")
    private boolean withoutUnit;

    @Option(names = "--min-hits", description = "Exit status 1 if fewer questions find their document.")
    private int minimum;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path course = orSample(folder, "course");
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(Terminal.indexOf(course))) {
            CourseId id = knowledge.ingest(course).course();
            int hits = ask(knowledge, id, read(orSample(questions, "questions.jsonl")));
            outside(knowledge, id, read(orSample(outside, "outside.jsonl")));
            return hits >= minimum ? 0 : 1;
        }
    }

    private int ask(KnowledgeBase knowledge, CourseId course, List<JsonNode> labelled) {
        int hits = 0;
        int sufficient = 0;
        for (JsonNode question : labelled) {
            KnowledgeResult result = retrieve(knowledge, course, question);
            List<String> sources = result.passages().stream()
                    .map(passage -> passage.document().source())
                    .distinct()
                    .limit(FIRST)
                    .toList();
            boolean hit = expected(question).stream().anyMatch(sources::contains);
            hits += hit ? 1 : 0;
            sufficient += result.sufficient() ? 1 : 0;
            if (!hit || !result.sufficient()) {
                report(question, result, (hit ? "found, but not sufficient: " : "missed: ") + sources);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("expected document in the first %d: %d of %d%n", FIRST, hits, labelled.size());
        out.printf("found sufficient: %d of %d%n", sufficient, labelled.size());
        return hits;
    }

    private void outside(KnowledgeBase knowledge, CourseId course, List<JsonNode> labelled) {
        int recognised = 0;
        for (JsonNode question : labelled) {
            KnowledgeResult result = retrieve(knowledge, course, question);
            recognised += result.sufficient() ? 0 : 1;
            if (result.sufficient()) {
                report(question, result, "outside, but found sufficient");
            }
        }
        spec.commandLine().getOut().printf("outside questions recognised: %d of %d%n", recognised, labelled.size());
    }

    private KnowledgeResult retrieve(KnowledgeBase knowledge, CourseId course, JsonNode question) {
        return knowledge.retrieve(KnowledgeQuery.of(question.path("text").asText(), course)
                .preferring(withoutUnit ? null : question.path("unit").textValue(), null));
    }

    private void report(JsonNode question, KnowledgeResult result, String what) {
        spec.commandLine()
                .getOut()
                .printf(
                        "  %s  p=%.2f  %s  (%s)%n",
                        question.path("id").asText(),
                        result.probability(),
                        what,
                        question.path("text").asText());
    }

    private static List<String> expected(JsonNode question) {
        List<String> sources = new ArrayList<>();
        question.path("expected").forEach(source -> sources.add(source.asText()));
        return sources;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static Path orSample(@Nullable Path given, String name) {
        return given == null ? Terminal.samples().resolve("quickstart").resolve(name) : given;
    }
}
