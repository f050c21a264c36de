package io.github.activeia.rag.ingestion;

import io.github.activeia.rag.chunking.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The hash of a file's bytes and of everything else that shapes its chunks. */
final class FileHash {
    /** Changes whenever the same file would be understood in another way. */
    private static final int RULES_VERSION = 1;

    private FileHash() {}

    static String of(Path file, String circumstances) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        digest.update((RULES_VERSION + "\n" + circumstances + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[65_536];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
