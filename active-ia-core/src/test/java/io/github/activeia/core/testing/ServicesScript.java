package io.github.activeia.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script {@code services.sh} beside this class. Its output goes to files: servers that inherit a pipe would keep it open. */
final class ServicesScript {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    FoundService up(String service) {
        try {
            Path work = Files.createTempDirectory("active-ia-services");
            try {
                return run(work, service);
            } finally {
                delete(work);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "services.sh must run, but bash did not start it — install bash, or set ACTIVE_IA_TEST_PG_URL"
                            + " and ACTIVE_IA_TEST_REDIS_URL",
                    failure);
        }
    }

    /** Reads the line {@code name TAB url TAB origin} that is about a service. */
    static FoundService parse(String service, List<String> lines) {
        return lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 3 && fields[0].equals(service))
                .map(fields -> new FoundService(fields[1], fields[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("services.sh printed no line for " + service));
    }

    private static FoundService run(Path work, String service) throws IOException {
        Path script = work.resolve("services.sh");
        try (InputStream source = ServicesScript.class.getResourceAsStream("services.sh")) {
            Files.copy(source, script);
        }
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        Process process = new ProcessBuilder("bash", script.toString(), "up", service)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!endsInTime(process) || process.exitValue() != 0) {
            throw new IllegalStateException("services.sh up " + service + " failed:\n" + Files.readString(err));
        }
        return parse(service, Files.readAllLines(out));
    }

    private static boolean endsInTime(Process process) {
        try {
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                kill(process);
            }
            return ended;
        } catch (InterruptedException interrupted) {
            kill(process);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(Path work) throws IOException {
        for (String name : List.of("services.sh", "out", "err")) {
            Files.deleteIfExists(work.resolve(name));
        }
        Files.delete(work);
    }
}
