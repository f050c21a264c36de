package io.github.activeia.rag.parsing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens text whatever its encoding, and reads it line by line with bounded memory. Not thread-safe. */
final class TextFile implements AutoCloseable {
    /** Longer lines come in pieces, so that a file without line ends does not fill the memory. */
    static final int LONGEST_LINE = 32_768;

    private final Reader reader;
    private boolean afterReturn;

    private TextFile(Reader reader) {
        this.reader = reader;
    }

    /** Opens a file: by its byte order mark, else UTF-8 if all of it is valid UTF-8, else Windows-1252. */
    static TextFile open(Path file) throws IOException {
        Charset charset = charset(file);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 65_536);
        Reader reader = new BufferedReader(new InputStreamReader(in, charset), 65_536);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return new TextFile(reader);
    }

    /** Returns the next line without its end, or null. */
    @Nullable
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c == '\n' && afterReturn) {
            c = reader.read();
        }
        afterReturn = false;
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            line.append((char) c);
            if (line.length() >= LONGEST_LINE && !Character.isHighSurrogate((char) c)) {
                return line.toString();
            }
            c = reader.read();
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    static Charset charset(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8192);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        for (byte b : head) {
            if (b == 0) {
                throw new UnreadableDocumentException("it is not text", "check the file's extension", null);
            }
        }
        return validUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean validUtf8(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[65_536];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            int read = reader.read(buffer);
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
