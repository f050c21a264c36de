package io.github.activeia.samples.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as the report shows it: the database's address, which may hold a password, becomes the name of a variable, and of a path
 * only what it leads to remains.
 */
public final class CommandText {
    private static final String OPTION = "--db";
    private static final String VARIABLE = "\"$ACTIVE_IA_PG_URL\"";

    private CommandText() {}

    /** Returns a program with its arguments on one line. */
    public static String of(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program));
        boolean address = false;
        for (String argument : arguments) {
            if (address) {
                words.add(VARIABLE);
            } else if (argument.startsWith(OPTION + "=")) {
                words.add(OPTION + "=" + VARIABLE);
            } else if (argument.startsWith("/")) {
                words.add("DIR/" + Path.of(argument).getFileName());
            } else {
                words.add(argument);
            }
            address = !address && argument.equals(OPTION);
        }
        return String.join(" ", words);
    }
}
