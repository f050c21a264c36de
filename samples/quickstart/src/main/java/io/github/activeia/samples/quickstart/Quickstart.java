package io.github.activeia.samples.quickstart;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.trace.JsonLinesTraceStore;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.ingestion.IngestionReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ingests a course, plays a conversation with its tutor, and on a terminal lets you chat. */
@Command(
        name = "run",
        description = "Ingests a course, plays a conversation with its tutor, and on a terminal lets you chat.",
        mixinStandardHelpOptions = true)
public final class Quickstart implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A folder of course files; default the sample course.")
    private @Nullable Path folder;

    @Option(
            names = "--policy",
            description = "initial, intermediate, advanced, final_work or exam; default ${DEFAULT-VALUE}.")
    private String policy = "intermediate";

    @Option(names = "--no-model", description = "Leave out every language model.")
    private boolean noModel;

    @Option(
            names = "--scenes",
            description = "conversation.yaml or generic.yaml; default: the one that fits the folder.")
    private @Nullable String scenes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the quickstart and ends the process: 0 done, 2 a wrong call or input. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Terminal.speaking(new CommandLine(new Quickstart()));
    }

    @Override
    public Integer call() {
        Path course = folder == null ? Terminal.samples().resolve("quickstart/course") : folder;
        PrintWriter out = spec.commandLine().getOut();
        out.println("Course: " + course
                + (Files.exists(Terminal.indexOf(course)) ? "" : " (the first time, ingesting it takes a while)"));
        Path traceFile = Terminal.state().resolve("traces.jsonl");
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(Terminal.indexOf(course));
                LlmChain chain = noModel ? LlmChain.of() : LlmChain.discover();
                JsonLinesTraceStore traces = JsonLinesTraceStore.open(traceFile)) {
            CourseId id = ingest(knowledge, course, out);
            out.println(
                    "Models: " + (chain.states().isEmpty() ? "none, so the tutor answers from the material" : chain));
            LastTrace last = new LastTrace();
            try (ActiveIa ia = ActiveIa.builder()
                    .knowledge(knowledge)
                    .course(id)
                    .llm(chain)
                    // Whoever has set the key of a cloud provider in this shell has allowed it.
                    .policy(CoursePolicy.template(policy).allowingCloud())
                    .locale(Locale.forLanguageTag("es-AR"))
                    .traces(traces)
                    .listener(last)
                    .build()) {
                converse(ia, last, id, topicOf(id, knowledge), out);
            }
        }
        out.println("\nThe evidence of every decision is in " + traceFile);
        return 0;
    }

    private static CourseId ingest(KnowledgeBase knowledge, Path course, PrintWriter out) {
        IngestionReport report;
        try (ProgressLine progress = ProgressLine.create()) {
            report = knowledge.ingest(course, progress);
        }
        out.println(report);
        return report.course();
    }

    /** Returns the title of what introduces the course, for a course that is not known here. */
    private static String topicOf(CourseId course, KnowledgeBase knowledge) {
        KnowledgeQuery introduction = KnowledgeQuery.of("Introducción a los conceptos principales", course)
                .among(Set.of(ContentType.THEORY));
        return knowledge.retrieve(introduction).passages().stream()
                .map(passage -> "«" + passage.document().title() + "»")
                .findFirst()
                .orElse("la materia");
    }

    private void converse(ActiveIa ia, LastTrace last, CourseId course, String topic, PrintWriter out) {
        Transcript transcript = new Transcript(out);
        String fitting = folder == null ? "conversation.yaml" : "generic.yaml";
        List<Scene> played = Scene.read(Objects.requireNonNullElse(scenes, fitting)).stream()
                .map(scene -> scene.about(topic))
                .toList();
        new Player(ia, last, transcript, course).play(played);
        if (Terminal.interactive()) {
            new Chat(ia, last, transcript, out).run();
        }
    }
}
