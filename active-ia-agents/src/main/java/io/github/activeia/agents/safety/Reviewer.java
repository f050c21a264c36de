package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.PromptFile;
import io.github.activeia.core.Activity;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmContext;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model whether a text gives a solution away. It sees the assignment, what was said, and the text; a stored solution is never part
 * of a prompt. Thread-safe.
 */
final class Reviewer {
    private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);
    private static final int ANSWER_TOKENS = 8;

    /** How much of a text is sent, in characters. */
    private static final int LONGEST = 6_000;

    /** Whatever looks like one of our delimiters within data. */
    private static final Pattern DELIMITER = Pattern.compile(
            "(?iU)[<\uFE64\uFF1C]([\\s\\p{Cf}]*/?[\\s\\p{Cf}]*(?:assignment|student|earlier|reply)\\b)");

    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");

    private final LanguageModel model;
    private final PromptFile file = PromptFile.load("reviewer.v1");

    Reviewer(LanguageModel model) {
        this.model = model;
    }

    String promptId() {
        return file.id();
    }

    String promptHash() {
        return file.hash();
    }

    /** Asks about the text of a draft. What a model throws is no answer. */
    Opinion ask(Draft draft, LlmContext context) {
        LlmPrompt prompt = new LlmPrompt(system(draft), user(draft), ANSWER_TOKENS, 0, context);
        LlmResult result;
        try {
            result = model.ask(prompt);
        } catch (RuntimeException broken) {
            LOG.error("The reviewer threw: {}", broken.getClass().getName());
            result = new LlmResult.Unavailable(List.of());
        }
        return new Opinion(word(result), result.attempts());
    }

    /** Only the bare word counts as SAFE; a LEAK may go on to say why. */
    private static Opinion.Word word(LlmResult result) {
        if (!(result instanceof LlmResult.Answered answered)) {
            return Opinion.Word.NONE;
        }
        String said = NO_LETTER
                .matcher(answered.text().toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        if (said.equals("LEAK") || said.startsWith("LEAK ")) {
            return Opinion.Word.LEAK;
        }
        return said.equals("SAFE") ? Opinion.Word.SAFE : Opinion.Word.UNCLEAR;
    }

    private String system(Draft draft) {
        boolean snippets = draft.level() == HelpLevel.SPECIFIC && draft.policy().allowCodeSnippets();
        String level = "level." + draft.level().number() + (snippets ? ".snippets" : "");
        return file.section("rules") + "\n\n" + file.section(level);
    }

    private String user(Draft draft) {
        Exchange exchange = draft.exchange();
        Activity activity = exchange.activity();
        List<String> blocks = new ArrayList<>();
        blocks.add(
                activity == null
                        ? file.section("data.none")
                        : block("assignment", activity.title() + "\n" + activity.instructions()));
        blocks.add(block("student", exchange.question()));
        if (!exchange.past().shown().isEmpty()) {
            blocks.add(block("earlier", String.join("\n\n", exchange.past().shown())));
        }
        blocks.add(block("reply", draft.text()));
        blocks.add(file.section("asked"));
        return String.join("\n\n", blocks);
    }

    /** Of what is too long the end is sent: it is what nobody has judged yet. */
    private String block(String name, String text) {
        String sent = text.length() <= LONGEST ? text : "… " + text.substring(text.length() - LONGEST);
        return new Phrase(file.section("data." + name))
                .with("text", DELIMITER.matcher(sent.strip()).replaceAll("‹$1"))
                .text();
    }
}
