package io.github.activeia.core.limit;

import io.github.activeia.core.testing.TestServices;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Redis server of one test alone, which the test may kill, restart and stall. Its program is found where {@code services.sh} finds
 * it: Docker, the search path, the Debian tree. Not thread-safe.
 */
final class MortalRedis implements AutoCloseable {
    private final int port = freePort();
    private final String container = "active-ia-mortal-" + UUID.randomUUID();
    private final List<String> command;
    private final boolean inDocker;
    private Process process;

    MortalRedis() {
        TestServices.redis(); // where a tree is needed, this makes it
        inDocker = succeeds("docker", "info");
        command = inDocker ? docker() : server();
        start();
    }

    URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Starts the server, empty, at the same address as before, and waits until it answers. */
    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            if (answers()) {
                return;
            }
            await(100);
        }
        throw new IllegalStateException("redis-server did not start: " + command);
    }

    void kill() {
        if (inDocker) {
            succeeds("docker", "kill", container);
        }
        process.destroyForcibly();
        await(30_000);
    }

    /** Lets the server stop where it is: it takes connections, as its kernel does, and answers nothing. */
    void stall() {
        signal("pause", "-STOP");
    }

    void resume() {
        signal("unpause", "-CONT");
    }

    @Override
    public void close() {
        resume();
        kill();
    }

    private void signal(String docker, String signal) {
        if (inDocker) {
            succeeds("docker", docker, container);
        } else {
            succeeds("kill", signal, String.valueOf(process.pid()));
        }
    }

    private void await(long millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> docker() {
        String image = known("readonly REDIS_IMAGE=(\\S+)");
        return Stream.concat(
                        Stream.of(
                                "docker",
                                "run",
                                "--rm",
                                "--name",
                                container,
                                "-p",
                                "127.0.0.1:" + port + ":6379",
                                image),
                        Stream.of("redis-server", "--save", "", "--appendonly", "no"))
                .toList();
    }

    private List<String> server() {
        List<String> options = List.of(
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                "/tmp");
        return Stream.concat(program().stream(), options.stream()).toList();
    }

    private List<String> program() {
        for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path installed = Path.of(directory, "redis-server");
            if (Files.isExecutable(installed)) {
                return List.of(installed.toString());
            }
        }
        String usual = known("root_dir=\\$\\{ACTIVE_IA_SERVICES_DIR:-([^}]+)}");
        Path tree = Path.of(System.getenv().getOrDefault("ACTIVE_IA_SERVICES_DIR", usual), "tree");
        if (Files.exists(tree.resolve("usr/bin/redis-server"))) {
            return List.of("chroot", tree.toString(), "/usr/bin/redis-server");
        }
        throw new IllegalStateException("no redis-server of one's own could be found — apt-get install redis-server, or"
                + " run .ci/services up redis without ACTIVE_IA_TEST_REDIS_URL");
    }

    /** Reads what the script of the services says, so that it is said once. */
    private static String known(String pattern) {
        try (InputStream script = TestServices.class.getResourceAsStream("services.sh")) {
            Matcher line = Pattern.compile(pattern).matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            if (!line.find()) {
                throw new IllegalStateException("services.sh has no line such as " + pattern);
            }
            return line.group(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process run = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return run.waitFor(30, TimeUnit.SECONDS) && run.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
