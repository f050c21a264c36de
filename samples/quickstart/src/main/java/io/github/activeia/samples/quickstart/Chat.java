package io.github.activeia.samples.quickstart;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lets a person talk to the tutor until an empty line. */
final class Chat {
    private final ActiveIa ia;
    private final LastTrace last;
    private final Transcript transcript;
    private final PrintWriter out;

    Chat(ActiveIa ia, LastTrace last, Transcript transcript, PrintWriter out) {
        this.ia = ia;
        this.last = last;
        this.transcript = transcript;
        this.out = out;
    }

    void run() {
        out.println("\nYour turn. Ask anything about the course; an empty line ends the chat.");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = prompt(in); line != null && !line.isBlank(); line = prompt(in)) {
                transcript.reply(ia.ask(Question.of(line).by("you").during("chat")), last.get());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private @Nullable String prompt(BufferedReader in) throws IOException {
        out.print("\n> ");
        out.flush();
        return in.readLine();
    }
}
