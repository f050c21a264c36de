package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where word lists, rules and examples come from: the library, and a folder of the host whose files add to those of the same name. */
final class LexiconSource {
    private final @Nullable Path folder;

    private LexiconSource(@Nullable Path folder) {
        this.folder = folder;
    }

    static LexiconSource shipped() {
        return new LexiconSource(null);
    }

    /**
     * Returns a source with a folder of the host.
     *
     * @throws ConfigurationException if it is no folder
     */
    static LexiconSource with(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(new Fault(
                    "lexicon", "be a folder", folder.toString(), "create it, with files such as words.txt in it"));
        }
        return new LexiconSource(folder);
    }

    /** Returns whether a host has added to any of these files. */
    boolean adds(List<String> names) {
        return names.stream().anyMatch(name -> own(name) != null);
    }

    /** Reads a file of the library, and behind it that of the host. */
    LexiconFile load(String name) {
        List<LexiconFile.Line> lines = new ArrayList<>(shipped(name).lines());
        Path own = own(name);
        if (own != null) {
            lines.addAll(read(own, name).lines());
        }
        return new LexiconFile(name, List.copyOf(lines));
    }

    private @Nullable Path own(String name) {
        Path file = folder == null ? null : folder.resolve(name);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private static LexiconFile read(Path file, String name) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return LexiconFile.read(name, reader);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    new Fault("lexicon", "be readable in UTF-8", file.toString(), "check the file and its rights"));
        }
    }

    private static LexiconFile shipped(String name) {
        String path = name.indexOf('/') >= 0 ? name : "lexicon/" + name;
        try (InputStream stream = LexiconSource.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new ConfigurationException(
                        new Fault("lexicon", "be on the class path", name, "rebuild active-ia-agents"));
            }
            return LexiconFile.read(name, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
