package io.github.activeia.core.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Redis server of one test's own, which may be killed, stopped in its tracks, and started anew on the same port. The program is the
 * installed one, or the one in the Debian tree that {@code services.sh} makes, where only root may start it.
 */
final class KilledRedis implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final String PROGRAM = "redis-server";

    private final int port;
    private Process server;

    private KilledRedis(int port) {
        this.port = port;
    }

    static KilledRedis start() {
        KilledRedis redis = new KilledRedis(freePort());
        redis.startAgain();
        return redis;
    }

    URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Starts it with nothing in it, and waits until it accepts connections. */
    void startAgain() {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", "/tmp"));
        try {
            server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitConnection();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as a crash does, and waits until it is gone. */
    void kill() {
        try {
            if (!server.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("redis-server did not die");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Lets it accept connections, and answer nothing. */
    void freeze() {
        signal("-STOP");
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(server.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + name + " ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitConnection() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                if (!server.isAlive() || System.nanoTime() - end > 0) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static List<String> program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        List<Path> installed = Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .toList();
        if (!installed.isEmpty()) {
            return List.of(installed.get(0).toString());
        }
        String services =
                Objects.requireNonNullElse(System.getenv("ACTIVE_IA_SERVICES_DIR"), "/var/tmp/active-ia-services");
        Path tree = Path.of(services, "tree");
        if (Files.isExecutable(tree.resolve("usr/bin").resolve(PROGRAM))) {
            return List.of("chroot", "--userspec=redis:redis", tree.toString(), "/usr/bin/" + PROGRAM);
        }
        throw new IllegalStateException("redis-server must be installed, but was found neither on the path nor in "
                + tree + " — apt-get install redis-server, or let services.sh make its tree: .ci/services up redis");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
