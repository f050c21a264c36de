package io.github.activeia.core.testing;

import io.github.activeia.core.testing.HttpRequestReader.Incoming;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: reads requests, sends their responses as planned, and notices when the client goes away. In the loop's thread. */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** So much a client is given to read what was sent, because a reset may throw away what was not read. */
    private static final Duration BEFORE_RESET = Duration.ofMillis(20);

    /** So many pieces without a pause are sent before the other connections get their turn. */
    private static final int PIECES_IN_A_TURN = 64;

    private final WireLoop loop;
    private final SocketChannel channel;
    private final Function<Incoming, Exchange> handler;
    private final Runnable whenClosed;
    private final HttpRequestReader reader = new HttpRequestReader();
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private @Nullable SelectionKey key;
    private @Nullable Exchange exchange;
    private boolean closed;

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    Connection(WireLoop loop, SocketChannel channel, Function<Incoming, Exchange> handler, Runnable whenClosed) {
        this.loop = loop;
        this.channel = channel;
        this.handler = handler;
        this.whenClosed = whenClosed;
    }

    void attach(SelectionKey own) throws IOException {
        key = own;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    void ready() {
        guard(() -> {
            if (key.isValid() && key.isWritable()) {
                key.interestOps(SelectionKey.OP_READ);
                advance();
            }
            if (!closed) {
                read();
            }
        });
    }

    private void read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        int count = channel.read(buffer);
        if (count < 0) {
            gone();
            return;
        }
        reader.add(Arrays.copyOf(buffer.array(), count));
        begin();
    }

    private void begin() throws IOException {
        if (exchange != null || closed) {
            return;
        }
        if (reader.isTls()) {
            channel.write(ByteBuffer.wrap(
                    "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));
            channel.shutdownOutput();
            return;
        }
        Incoming incoming = reader.poll();
        if (incoming != null) {
            Exchange started = handler.apply(incoming);
            exchange = started;
            later(started, started.plan().delay(), started.plan().head());
        }
    }

    /** Sends bytes after a pause, and goes on from there. */
    private void later(Exchange current, Duration delay, ByteBuffer bytes) {
        loop.after(delay, () -> {
            if (exchange == current && !closed) {
                unsent = bytes;
                guard(this::advance);
            }
        });
    }

    private void advance() throws IOException {
        Exchange current = exchange;
        for (int i = 0; current != null; i++) {
            channel.write(unsent);
            if (unsent.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            if (!current.plan().body().hasNext()) {
                finish(current);
                return;
            }
            Plan.Piece piece = current.plan().body().next();
            if (!piece.delay().isZero() || i == PIECES_IN_A_TURN) {
                later(current, piece.delay(), piece.bytes());
                return;
            }
            unsent = piece.bytes();
        }
    }

    private void finish(Exchange done) throws IOException {
        switch (done.plan().tail()) {
            case KEEP, CLOSE -> {
                done.end(SeenRequest.End.ANSWERED);
                if (done.keepsConnection()) {
                    exchange = null;
                    begin();
                } else {
                    channel.shutdownOutput();
                }
            }
            case FIN -> {
                done.end(SeenRequest.End.BROKEN);
                channel.shutdownOutput();
            }
            case RESET -> {
                done.end(SeenRequest.End.BROKEN);
                loop.after(BEFORE_RESET, this::reset);
            }
            case HOLD -> {
                // Until the client or the server closes.
            }
        }
    }

    void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(SeenRequest.End.BROKEN);
    }

    /** One bad request must not stop the thread that serves the others. */
    private void guard(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            gone();
        } catch (RuntimeException e) {
            LOG.warn("fake llm server could not serve a request", e);
            reset();
        }
    }

    private void gone() {
        close(SeenRequest.End.CANCELLED);
    }

    void close(SeenRequest.End end) {
        if (closed) {
            return;
        }
        closed = true;
        if (exchange != null) {
            exchange.end(end);
        }
        closeQuietly(channel);
        whenClosed.run();
    }

    static void closeQuietly(@Nullable Closeable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (IOException e) {
            // Nobody is left to tell.
        }
    }
}
