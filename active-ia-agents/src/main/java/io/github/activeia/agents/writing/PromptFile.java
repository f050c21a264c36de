package io.github.activeia.agents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A versioned prompt file. Sections start with a line such as {@code # level.2}; the id and the hash of the whole file go into the
 * trace. Immutable.
 */
public final class PromptFile {
    private final String id;
    private final String hash;
    private final Map<String, String> sections;

    private PromptFile(String id, String hash, Map<String, String> sections) {
        this.id = id;
        this.hash = hash;
        this.sections = sections;
    }

    /** Loads {@code prompts/<id>.txt}. */
    public static PromptFile load(String id) {
        try (InputStream in = Resources.open("prompts/" + id + ".txt")) {
            byte[] bytes = in.readAllBytes();
            return new PromptFile(id, sha256(bytes), split(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the id: name, language and version, such as {@code tutor.es.v2}. */
    public String id() {
        return id;
    }

    /** Returns the SHA-256 of the file, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /**
     * Returns a section.
     *
     * @throws IllegalArgumentException if the file has none with that name
     */
    public String section(String name) {
        String text = sections.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the prompt " + id + " has no section " + name);
        }
        return text;
    }

    private static Map<String, String> split(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String block : text.split("(?m)^# ", -1)) {
            int end = block.indexOf('\n');
            if (end > 0) {
                sections.put(
                        block.substring(0, end).strip(), block.substring(end).strip());
            }
        }
        return Map.copyOf(sections);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
