package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RedisMissingLibraryTest {
    @Test
    void names_the_artifact_when_jedis_is_missing() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = withoutJedis()) {
            Class<?> store = loader.loadClass("io.github.activeia.core.cost.RedisBudgetStore");

            Throwable thrown = catchThrowable(
                    () -> store.getMethod("connect", URI.class).invoke(null, URI.create("redis://localhost")));

            assertThat(thrown.getCause().getClass().getSimpleName()).isEqualTo("ConfigurationException");
            assertThat(thrown.getCause())
                    .hasMessage("redis budget store must have its client library on the class path,"
                            + " but was missing — add the artifact redis.clients:jedis");
        }
    }

    @Test
    void needs_no_jedis_when_it_counts_in_memory() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = withoutJedis()) {
            Object budgets = loader.loadClass("io.github.activeia.core.cost.Budgets")
                    .getMethod("unlimited")
                    .invoke(null);

            assertThat(budgets).isNotNull();
        }
    }

    private static URLClassLoader withoutJedis() {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> !file.getName().startsWith("jedis-"))
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
