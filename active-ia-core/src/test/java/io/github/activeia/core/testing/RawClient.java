package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A client that sees the bytes on the wire, and how they end. */
final class RawClient implements Closeable {
    /** How long a silence must be to be called a stall. */
    private static final int STALL_MILLIS = 300;

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    enum Ending {
        FIN,
        RST,
        STALL
    }

    static RawClient post(String url, String path, String body) throws IOException {
        RawClient client = new RawClient(new Socket("localhost", URI.create(url).getPort()));
        client.socket.setSoTimeout(PATIENCE_MILLIS);
        client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + body);
        return client;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Reads until the server ends it, or says nothing for a while. */
    Ending readToEnd() throws IOException {
        socket.setSoTimeout(STALL_MILLIS);
        try {
            socket.getInputStream().transferTo(received);
            return Ending.FIN;
        } catch (SocketTimeoutException e) {
            return Ending.STALL;
        } catch (SocketException e) {
            return Ending.RST;
        }
    }

    /** Reads until a text has come. */
    RawClient readUntil(String text) throws IOException {
        InputStream in = socket.getInputStream();
        while (!received().contains(text)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server ended it before \"" + text + "\"");
            }
            received.write(next);
        }
        return this;
    }

    /** Everything that came, headers included. */
    String received() {
        return received.toString(UTF_8);
    }

    String body() {
        return received().substring(received().indexOf("\r\n\r\n") + 4);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
