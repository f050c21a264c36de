package io.github.activeia.samples.lab;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.trace.TraceStore;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.samples.quickstart.LastTrace;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays conversations from scripts: what the students say, what a model would answer, and what they get to read. */
@Command(
        name = "replay",
        description = "Play conversations from scripts, and print them in Markdown.",
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private static final String INDEX =
            """
            # Conversations

            What students of the sample course read. The scripts are in `samples/lab/conversations`: they hold what the student says and
            what a language model answers, well or badly; everything else is the tutor's. Regenerate the pages after a change with

            ```sh
            samples/lab/lab replay --all --out docs/conversations
            ```

            The line below each reply tells how the message was read and what became of it, and the next one what safety found in the texts
            that a model, or a template, proposed. What a model had written and no student read is folded below that, with the reason
            (`retenido`, or `held back`).

            """;

    private static final Pattern MARK = Pattern.compile(" \\[\\[([^\\]]+)]]");
    private static final Pattern PASSAGE =
            Pattern.compile("<(?:pasaje|passage) id=\"(\\d+)\"[^>]*>(.*?)</(?:pasaje|passage)>", Pattern.DOTALL);

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts in YAML.")
    private List<Path> files = List.of();

    @Option(names = "--all", description = "Play all scripts of samples/lab/conversations.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write a page for each, and an index, instead of printing.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Path> scripts = all ? scriptsOf(Terminal.samples().resolve("lab/conversations")) : files;
        if (scripts.isEmpty()) {
            throw new InvalidValueException("scripts", "be named", "none", "name a FILE, or say --all");
        }
        StringBuilder index = new StringBuilder(INDEX);
        for (Path script : scripts) {
            Conversation conversation = Conversation.read(script);
            String page = play(
                    conversation, Objects.requireNonNull(spec).commandLine().getErr());
            write(conversation.name() + ".md", page);
            index.append("- [")
                    .append(conversation.title())
                    .append("](")
                    .append(conversation.name())
                    .append(".md)\n");
        }
        if (folder != null) {
            write("README.md", index.toString());
        }
        return 0;
    }

    static List<Path> scriptsOf(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void write(String name, String page) throws IOException {
        if (folder == null) {
            Objects.requireNonNull(spec).commandLine().getOut().println(page);
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), page);
    }

    private static String play(Conversation conversation, PrintWriter complaints) {
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(Terminal.indexOf(conversation.course()))) {
            CourseId course = knowledge.ingest(conversation.course()).course();
            return new Play(conversation, knowledge, course, complaints).page();
        }
    }

    /** One conversation while it is played. */
    private static final class Play {
        private final Conversation conversation;
        private final KnowledgeBase knowledge;
        private final CourseId course;
        private final PrintWriter complaints;
        private final HandClock clock = new HandClock();
        private final LastTrace last = new LastTrace();
        private final ConversationPage page;
        private Iterator<String> answers = List.<String>of().iterator();
        private final List<String> drafts = new ArrayList<>();
        private String answer = "";

        Play(Conversation conversation, KnowledgeBase knowledge, CourseId course, PrintWriter complaints) {
            this.conversation = conversation;
            this.knowledge = knowledge;
            this.course = course;
            this.complaints = complaints;
            this.page = new ConversationPage(conversation);
        }

        String page() {
            LanguageModel model = prompt -> answer(prompt.user());
            try (ActiveIa ia = ActiveIa.builder()
                    .knowledge(knowledge)
                    .course(course)
                    .llm(model)
                    .policy(CoursePolicy.template(conversation.scene().policy()))
                    .locale(Locale.forLanguageTag(conversation.scene().locale()))
                    .clock(clock)
                    .traces(TraceStore.none())
                    .listener(last)
                    .build()) {
                conversation.turns().forEach(turn -> play(turn, ia));
            }
            return page.text();
        }

        private void play(Conversation.Turn turn, ActiveIa ia) {
            Conversation.Scene scene = conversation.scene();
            if (turn.minutes() > 0) {
                clock.pass(turn.minutes());
                page.minutes(turn.minutes());
            }
            if (turn.attempt() != null) {
                page.attempt(
                        turn.attempt(),
                        ia.attempt(new StudentId(scene.student()), course, activity(scene), outcome(turn.attempt())));
            }
            if (turn.say() != null) {
                answers = new ArrayList<>(turn.model()).iterator();
                answer = "";
                drafts.clear();
                String message =
                        turn.work() == null ? turn.say() : turn.say() + "\n\n```python\n" + turn.work() + "\n```";
                page.student(scene.student(), message);
                Question question =
                        Question.of(turn.say()).by(scene.student()).speaking(Locale.forLanguageTag(scene.locale()));
                question = turn.work() == null ? question : question.showing(turn.work());
                Reply reply = ia.ask(scene.activity() == null ? question : question.on(scene.activity()));
                page.reply(reply, last.get(), drafts);
            }
        }

        private LlmResult answer(String prompt) {
            if (answers.hasNext()) {
                answer = answers.next();
            }
            boolean up = !answer.isEmpty();
            if (up) {
                drafts.add(MARK.matcher(answer).replaceAll(""));
            }
            LlmResult.Attempt attempt = new LlmResult.Attempt(
                    "script", DataHandling.Place.LOCAL, up ? "ok" : "timeout", Duration.ZERO, null);
            return up
                    ? new LlmResult.Answered(marked(answer, prompt), "script", "script", null, null, List.of(attempt))
                    : new LlmResult.Unavailable(List.of(attempt));
        }

        /** Cites as the prompt demands: by the number of the first passage that has the words. */
        private String marked(String answer, String prompt) {
            return MARK.matcher(answer).replaceAll(mark -> PASSAGE.matcher(prompt)
                    .results()
                    .filter(passage -> passage.group(2).contains(mark.group(1)))
                    .map(passage -> " [" + passage.group(1) + "]")
                    .findFirst()
                    .orElseGet(() -> uncited(mark.group(1))));
        }

        /** What no passage of the prompt says is not cited, and whoever wrote the script is told. */
        private String uncited(String words) {
            complaints.println(conversation.name() + ": no passage of the prompt says \"" + words
                    + "\" — cite other words, or nothing");
            return "";
        }

        private static ActivityId activity(Conversation.Scene scene) {
            if (scene.activity() == null) {
                throw new InvalidValueException(
                        "attempt", "belong to an activity", "without one", "name it in the script");
            }
            return new ActivityId(scene.activity());
        }

        private static AttemptOutcome outcome(String attempt) {
            return switch (attempt) {
                case "failed" -> AttemptOutcome.FAILED;
                case "solved" -> AttemptOutcome.SOLVED_STEP;
                default ->
                    throw new InvalidValueException("attempt", "be failed or solved", attempt, "correct the script");
            };
        }
    }

    /** A clock that stands still until minutes pass. */
    private static final class HandClock extends Clock {
        private Instant now = START;

        void pass(int minutes) {
            now = now.plus(Duration.ofMinutes(minutes));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
