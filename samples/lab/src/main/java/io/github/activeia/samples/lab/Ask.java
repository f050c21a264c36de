package io.github.activeia.samples.lab;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Question;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.trace.CognitiveTrace;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.samples.quickstart.CodeWords;
import io.github.activeia.samples.quickstart.LastTrace;
import io.github.activeia.samples.quickstart.Terminal;
import io.github.activeia.samples.quickstart.Transcript;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one question. */
@Command(name = "ask", description = "Ask one question about a course.", mixinStandardHelpOptions = true)
final class Ask implements Callable<Integer> {
    @Parameters(paramLabel = "QUESTION", description = "What a student would type.")
    private String text = "";

    @Option(names = "--course", paramLabel = "FOLDER", description = "The course files; default the sample course.")
    private @Nullable Path folder;

    @Option(names = "--student", description = "The student's id; default ${DEFAULT-VALUE}.")
    private String student = "lab";

    @Option(names = "--activity", description = "The activity the student works on.")
    private @Nullable String activity;

    @Option(
            names = "--policy",
            description = "initial, intermediate, advanced, final_work or exam; default ${DEFAULT-VALUE}.")
    private String policy = "intermediate";

    @Option(names = "--locale", description = "es, es-AR or en; default ${DEFAULT-VALUE}.")
    private String locale = "es-AR";

    @Option(names = "--no-model", description = "Leave out every language model.")
    private boolean noModel;

    @Option(names = "--explain", description = "Print each agent's decision and its evidence.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path course = folder == null ? Terminal.samples().resolve("quickstart/course") : folder;
        PrintWriter out = spec.commandLine().getOut();
        LastTrace last = new LastTrace();
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(Terminal.indexOf(course));
                LlmChain chain = noModel ? LlmChain.of() : LlmChain.discover()) {
            CourseId id = knowledge.ingest(course).course();
            try (ActiveIa ia = ActiveIa.builder()
                    .knowledge(knowledge)
                    .course(id)
                    .llm(chain)
                    // Whoever has set the key of a cloud provider in this shell has allowed it.
                    .policy(CoursePolicy.template(policy).allowingCloud())
                    .locale(Locale.forLanguageTag(locale))
                    .listener(last)
                    .build()) {
                new Transcript(out).reply(ia.ask(question()), last.get());
            }
        }
        CognitiveTrace trace = last.get();
        if (explain && trace != null) {
            trace.steps().forEach(step -> explain(step, out));
        }
        return 0;
    }

    private static void explain(CognitiveTrace.Step step, PrintWriter out) {
        String why = step.why().isEmpty() ? "" : " (" + CodeWords.inSentence(step.why()) + ")";
        out.println("\n" + step.agent() + ": " + CodeWords.of(step.decision()) + why);
        step.evidence()
                .forEach((key, value) ->
                        out.println("    " + CodeWords.of(key) + ": " + CodeWords.inEvidence(key, value)));
    }

    private Question question() {
        Question question = Question.of(text).by(student);
        return activity == null ? question : question.on(activity);
    }
}
