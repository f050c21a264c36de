package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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
        RST
    }

    static RawClient post(String url, String path, String body) throws IOException {
        RawClient client = new RawClient(new Socket("localhost", URI.create(url).getPort()));
        client.socket.setSoTimeout(PATIENCE_MILLIS);
        client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + body);
        return client;
    }

    /** A whole exchange, by the client of the JDK. */
    static HttpResponse<String> exchange(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Reads until the server ends it. */
    Ending readToEnd() throws IOException {
        try {
            socket.getInputStream().transferTo(received);
            return Ending.FIN;
        } catch (SocketException e) {
            return Ending.RST;
        }
    }

    /** Whether nothing comes for a while, not even an end. */
    boolean isLeftWaiting() throws IOException {
        socket.setSoTimeout(STALL_MILLIS);
        try {
            received.write(socket.getInputStream().read());
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    /** Reads until a text has come. */
    RawClient readUntil(String text) throws IOException {
        byte[] buffer = new byte[4096];
        while (!received().contains(text)) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new EOFException("the server ended it before \"" + text + "\"");
            }
            received.write(buffer, 0, count);
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
