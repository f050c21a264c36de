package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisMissingLibraryTest {
    @ParameterizedTest
    @CsvSource({"jedis-, redis.clients:jedis", "bucket4j_jdk17-jedis, com.bucket4j:bucket4j_jdk17-jedis"})
    void names_the_artifact_when_a_library_is_missing(String jar, String artifact) throws IOException {
        try (URLClassLoader loader = without(jar)) {
            assertThatThrownBy(() -> open(loader))
                    .rootCause()
                    .hasToString(
                            "io.github.activeia.core.ConfigurationException: redis rate limiter must have its client"
                                    + " library on the class path, but was missing — add the artifact " + artifact);
        }
    }

    /** Calls it as a compiled host would: by the exact method, without a look at the others. */
    private static void open(ClassLoader loader) throws ReflectiveOperationException {
        loader.loadClass(Host.class.getName()).getMethod("open").invoke(null);
    }

    /** A host that has no library. */
    public static final class Host {
        private Host() {}

        public static void open() {
            RedisRateLimiter.open(URI.create("redis://localhost"), SharedLimiterSettings.defaults(), Clock.systemUTC());
        }
    }

    private static URLClassLoader without(String prefix) {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> !file.getName().startsWith(prefix))
                .map(RedisMissingLibraryTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
