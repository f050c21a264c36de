package io.github.activeia.core.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the requests in the bytes of one connection, however they arrive. Understands lengths and chunks. */
final class HttpRequestReader {
    /** A record of a TLS handshake begins with this byte, and no method of HTTP does. */
    private static final byte TLS_HANDSHAKE = 0x16;

    private byte[] bytes = new byte[0];

    /** One request. The names of headers know no case. */
    record Incoming(String path, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    void add(byte[] more) {
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
    }

    boolean isTls() {
        return bytes.length > 0 && bytes[0] == TLS_HANDSHAKE;
    }

    /** The next request, or null while it is not complete. */
    @Nullable
    Incoming poll() {
        int end = find("\r\n\r\n", 0);
        if (end < 0) {
            return null;
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = headers(lines);
        boolean chunked = headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int next = chunked ? chunks(end + 4, body) : length(headers, end + 4, body);
        if (next < 0) {
            return null;
        }
        bytes = Arrays.copyOfRange(bytes, next, bytes.length);
        return new Incoming(lines[0].split(" ", 3)[1], headers, body.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).trim(),
                    lines[i].substring(colon + 1).trim());
        }
        return headers;
    }

    /** Copies a body of the announced length; returns where it ends, or -1 while it is not complete. */
    private int length(Map<String, String> headers, int from, ByteArrayOutputStream body) {
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        if (bytes.length < from + length) {
            return -1;
        }
        body.write(bytes, from, length);
        return from + length;
    }

    /** Copies a body that comes in chunks, without trailers; returns where it ends, or -1 while it is not complete. */
    private int chunks(int from, ByteArrayOutputStream body) {
        int at = from;
        while (true) {
            int lineEnd = find("\r\n", at);
            if (lineEnd < 0) {
                return -1;
            }
            String size = new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0];
            int length = Integer.parseInt(size.trim(), 16);
            if (bytes.length < lineEnd + length + 4) {
                return -1;
            }
            body.write(bytes, lineEnd + 2, length);
            at = lineEnd + length + 4;
            if (length == 0) {
                return at;
            }
        }
    }

    private int find(String mark, int from) {
        for (int i = from; i <= bytes.length - mark.length(); i++) {
            int k = 0;
            while (k < mark.length() && bytes[i + k] == mark.charAt(k)) {
                k++;
            }
            if (k == mark.length()) {
                return i;
            }
        }
        return -1;
    }
}
