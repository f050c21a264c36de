package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A Redis server of a test's own, for what must not be done to a shared one: it can be killed and started again at the same port,
 * stalled so that it accepts connections and says nothing, filled and emptied. It is installed, in the Debian tree of the tests or
 * in Docker, and keeps nothing on a disk.
 *
 * <pre>{@code
 * try (OwnRedis redis = OwnRedis.start()) {
 *     redis.stall();
 *     …
 *     redis.resume();
 * }
 * }</pre>
 *
 * <p>The test-jar does not bring Awaitility: add {@code org.awaitility:awaitility} to the tests. Not thread-safe.
 */
public final class OwnRedis implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5); // the first one of a machine may make the tree

    private final int port = freePort();
    private Process process;
    private String[] handle;

    private OwnRedis() {}

    /** Starts a server, and returns when it answers. */
    public static OwnRedis start() {
        OwnRedis redis = new OwnRedis();
        redis.restart();
        return redis;
    }

    /** Returns where the server answers, now or after the next start. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Starts the server, which was killed, at the same port and empty. */
    public void restart() {
        try {
            process = new ProcessBuilder("bash", "-c", script(), "services", "own", "redis", String.valueOf(port))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            handle = firstLine(process).split(" ", 2);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Awaitility.await().atMost(LIMIT).until(this::answers);
    }

    /** Ends the server at once, as a crash does; connections break. */
    public void kill() {
        signal("KILL");
        Awaitility.await().until(() -> !process.isAlive());
    }

    /** Stops the server in its tracks: the kernel still accepts connections and data, and nothing is answered. */
    public void stall() {
        signal("STOP");
    }

    /** Lets a stalled server go on. */
    public void resume() {
        signal("CONT");
    }

    /** Leaves no room: from now on Redis refuses to write, and still reads. */
    public void fill() {
        ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
        ask("CONFIG", "SET", "maxmemory", "1mb");
        ask("CONFIG", "SET", "maxmemory", "1"); // less than an empty server of any version takes
    }

    /** Takes the limit away that {@link #fill()} set. */
    public void empty() {
        ask("CONFIG", "SET", "maxmemory", "0");
    }

    /** Sends a command, and returns what Redis said. */
    public String ask(String... command) {
        try (RedisWire wire = RedisWire.connect(uri())) {
            return String.valueOf(wire.ask(command));
        }
    }

    /** Ends the server if it runs. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /** Returns the port. */
    @Override
    public String toString() {
        return "own Redis at " + port;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("redis-server ended with " + process.exitValue() + " — see what it said");
        }
        try {
            return ask("PING").equals("PONG");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-s", name, handle[1]));
        if (handle[0].equals("container")) {
            command.add(0, "docker");
        }
        try {
            Process sender = new ProcessBuilder(command).inheritIO().start();
            if (!sender.waitFor(30, TimeUnit.SECONDS) || sender.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("services.sh own redis must start a server, but ended — see what it said");
        }
        return line;
    }

    private static String script() throws IOException {
        try (InputStream script = OwnRedis.class.getResourceAsStream("services.sh")) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    /** Below the range from which the kernel hands out ports, so that nobody gets it while the server is down. */
    private static int freePort() {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 20_000 + random.nextInt(12_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
