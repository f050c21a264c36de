package io.github.activeia.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thread that accepts, reads, writes and waits for all connections of a server. So an open stream costs a socket and some
 * objects, its pauses cost an entry in a queue, a client that goes away is noticed at once, and nothing needs a lock.
 */
final class WireLoop implements Runnable {
    private static final int BACKLOG = 4096;

    private final Selector selector = Selector.open();
    private final Function<SocketChannel, Connection> connections;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final int port;
    private @Nullable ServerSocketChannel listening;
    private long timersSet;
    private volatile boolean closing;

    private record Timer(long nanos, long number, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            long difference = nanos - other.nanos;
            return difference == 0 ? Long.compare(number, other.number) : Long.signum(difference);
        }
    }

    WireLoop(Function<SocketChannel, Connection> connections) throws IOException {
        this.connections = connections;
        port = listen(0);
    }

    int port() {
        return port;
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                turn();
            }
            connections().forEach(connection -> connection.close(SeenRequest.End.BROKEN));
            stopListening();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a task in this loop's thread, and returns when it is done. Callable by any other thread. */
    void call(Runnable task) {
        CompletableFuture.runAsync(task, this::submit)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    /** Runs a task later; callable by this loop's thread only. */
    void after(Duration delay, Runnable task) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), timersSet++, task));
    }

    void startListening() {
        try {
            listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port is given back by the selector, so it has to look once more. */
    void stopListening() {
        try {
            Connection.closeQuietly(listening);
            listening = null;
            selector.selectNow(this::ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Connection> connections() {
        List<Connection> open = new ArrayList<>();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection) {
                open.add(connection);
            }
        }
        return open;
    }

    void close() {
        closing = true;
        selector.wakeup();
    }

    private void submit(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private int listen(int at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        listening = server;
        return server.socket().getLocalPort();
    }

    private void turn() throws IOException {
        Timer first = timers.peek();
        long wait = first == null ? Long.MAX_VALUE : first.nanos() - System.nanoTime();
        if (wait <= 0 || !tasks.isEmpty()) {
            selector.selectNow(this::ready);
        } else {
            selector.select(this::ready, first == null ? 0 : wait / 1_000_000 + 1);
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.peek().nanos() - now <= 0) {
            timers.remove().task().run();
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            connection.ready();
        } else {
            accept((ServerSocketChannel) key.channel());
        }
    }

    private void accept(ServerSocketChannel server) {
        try {
            for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
                client.configureBlocking(false);
                Connection connection = connections.apply(client);
                connection.attach(client.register(selector, SelectionKey.OP_READ, connection));
            }
        } catch (IOException e) {
            // The client went away before it was served, or the server stopped listening.
        }
    }
}
