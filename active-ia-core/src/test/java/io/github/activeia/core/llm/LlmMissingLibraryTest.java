package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmMissingLibraryTest {
    @ParameterizedTest
    @CsvSource({
        "mistral, langchain4j-mistral-ai",
        "gemini, langchain4j-google-ai-gemini",
    })
    void names_the_artifact_when_the_library_of_a_provider_is_missing(String provider, String artifact)
            throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = without(artifact)) {
            Class<?> secret = loader.loadClass("io.github.activeia.core.Secret");
            Object key = secret.getMethod("of", String.class).invoke(null, "key-1");
            Object unusable =
                    providers(loader).getMethod(provider, String.class, secret).invoke(null, "model", key);

            Throwable thrown = catchThrowable(() -> chainOf(loader, unusable));

            assertThat(thrown.getCause().getClass().getSimpleName()).isEqualTo("ConfigurationException");
            assertThat(thrown.getCause())
                    .hasMessage("llm provider " + provider + " must have its client library on the class path,"
                            + " but was missing — add the artifact dev.langchain4j:" + artifact);
        }
    }

    @Test
    void names_the_artifact_when_the_library_of_ollama_is_missing() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = without("langchain4j-")) {
            Object unusable =
                    providers(loader).getMethod("ollama", String.class).invoke(null, "phi3");

            Throwable thrown = catchThrowable(() -> chainOf(loader, unusable));

            assertThat(thrown.getCause()).hasMessageContaining("add the artifact dev.langchain4j:langchain4j-ollama");
        }
    }

    @Test
    void builds_an_empty_chain_when_no_provider_library_is_there() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = without("langchain4j-")) {
            Object chain = chainOf(loader);

            assertThat(chain).hasToString("LlmChain[]");
        }
    }

    private static Class<?> providers(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass("io.github.activeia.core.llm.LlmProvider");
    }

    private static Object chainOf(ClassLoader loader, Object... providers)
            throws ClassNotFoundException, NoSuchMethodException, InvocationTargetException, IllegalAccessException {
        Object array = Array.newInstance(providers(loader), providers.length);
        System.arraycopy(providers, 0, array, 0, providers.length);
        return loader.loadClass("io.github.activeia.core.llm.LlmChain")
                .getMethod("of", array.getClass())
                .invoke(null, array);
    }

    /** The class path of this test, less the jars whose name starts with a prefix; langchain4j-core always stays. */
    private static URLClassLoader without(String prefix) {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file ->
                        !file.getName().startsWith(prefix) || file.getName().startsWith("langchain4j-core"))
                .map(LlmMissingLibraryTest::url)
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
