package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** As much of Redis's protocol (RESP2) as the fixtures need, so that they bring no client. Not thread-safe. */
final class RedisWire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int USUAL_PORT = 6379;

    private final Socket socket;
    private final InputStream in;

    private RedisWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to {@code redis://[[user]:password@]host[:port][/database]}. */
    static RedisWire connect(URI uri) {
        Socket socket = new Socket();
        try {
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new RedisWire(socket).enter(uri);
        } catch (IOException | RuntimeException failure) {
            close(socket);
            throw failure instanceof RuntimeException thrown ? thrown : new UncheckedIOException((IOException) failure);
        }
    }

    private RedisWire enter(URI uri) {
        if (uri.getUserInfo() != null) {
            String[] parts = uri.getUserInfo().split(":", 2);
            ask("AUTH", parts[0].isEmpty() ? "default" : parts[0], parts[parts.length - 1]);
        }
        if (uri.getPath() != null && uri.getPath().length() > 1) {
            ask("SELECT", uri.getPath().substring(1));
        }
        return this;
    }

    /** Sends a command and returns a String, a Long, a List of such, or null. */
    Object ask(String... command) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(("*" + command.length + "\r\n").getBytes(UTF_8));
            for (String word : command) {
                byte[] text = word.getBytes(UTF_8);
                bytes.writeBytes(("$" + text.length + "\r\n").getBytes(UTF_8));
                bytes.writeBytes(text);
                bytes.writeBytes("\r\n".getBytes(UTF_8));
            }
            socket.getOutputStream().write(bytes.toByteArray());
            return reply();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Object reply() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            case '-' -> throw new IllegalStateException("Redis refused: " + rest);
            default -> throw new IOException("this is not Redis: it answered neither a value nor an error");
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length + 2);
        if (bytes.length < length + 2) {
            throw new EOFException("the connection ended inside a reply");
        }
        return new String(bytes, 0, length, UTF_8);
    }

    private List<Object> list(int length) throws IOException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add(reply());
        }
        return values;
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended before a reply");
            }
            bytes.write(next);
        }
        String line = bytes.toString(UTF_8).stripTrailing();
        if (line.isEmpty()) {
            throw new IOException("this is not Redis: it answered an empty line");
        }
        return line;
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
