package io.github.activeia.rag.store.pgvector;

import io.github.activeia.rag.store.KnowledgeStoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Bytes that wait for a COPY: in memory, or from a size on in a temporary file, so that a document may be long. Not thread-safe. */
final class Spool implements AutoCloseable {
    /** Bytes for each of the two tables of a document that is being written. */
    static final int IN_MEMORY = 32 << 20;

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private final int inMemory;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream aside;

    Spool(int inMemory) {
        this.inMemory = inMemory;
        memory.writeBytes(HEADER);
    }

    void write(byte[] bytes, int length) {
        memory.write(bytes, 0, length);
        if (memory.size() >= inMemory) {
            setAside();
        }
    }

    /** Sends everything, and ends the copy; a failure cancels it. */
    void sendTo(CopyIn copy) throws SQLException {
        try {
            if (file != null && aside != null) {
                aside.flush();
                sendFile(copy, file);
            }
            byte[] rest = memory.toByteArray();
            copy.writeToCopy(rest, 0, rest.length);
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void close() {
        if (file == null || aside == null) {
            return;
        }
        try {
            try {
                aside.close();
            } finally {
                aside = null;
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Returns where rows were set aside, or null if they are all in memory. */
    @Nullable
    Path file() {
        return file;
    }

    private void setAside() {
        try {
            if (aside == null) {
                Path made = Files.createTempFile("active-ia", ".rows");
                file = made;
                aside = Files.newOutputStream(made);
            }
            memory.writeTo(aside);
            memory.reset();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static KnowledgeStoreException failure(IOException cause) {
        return new KnowledgeStoreException(
                "rows cannot be set aside in the directory for temporary files — make room in java.io.tmpdir",
                true,
                cause);
    }

    private static void sendFile(CopyIn copy, Path file) throws SQLException, IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copy.writeToCopy(buffer, 0, read);
            }
        }
    }
}
