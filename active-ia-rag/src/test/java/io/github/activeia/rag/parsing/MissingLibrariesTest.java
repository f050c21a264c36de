package io.github.activeia.rag.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readers' libraries are optional: without one, only its own formats are refused. */
class MissingLibrariesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.pdf, org.apache.pdfbox:pdfbox",
        "a.docx, org.apache.poi:poi-ooxml",
        "a.pptx, org.apache.poi:poi-ooxml",
        "a.html, org.jsoup:jsoup",
    })
    void names_the_artifact_when_the_library_is_missing(String file, String artifact) throws Exception {
        Throwable thrown = parse(file);

        assertThat(thrown).hasMessage("its reader is not on the class path — add the artifact " + artifact);
    }

    @ParameterizedTest
    @CsvSource({"a.md", "a.markdown"})
    void goes_as_far_as_the_file_when_its_format_needs_no_library(String file) throws Exception {
        Throwable thrown = parse(file);

        assertThat(thrown).hasMessageStartingWith("the file cannot be read (NoSuchFileException)");
    }

    private Throwable parse(String file) throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = new WithoutLibraries()) {
            Class<?> formats = loader.loadClass(DocumentFormats.class.getName());
            Class<?> sink = loader.loadClass(DocumentSink.class.getName());
            return catchThrowable(
                            () -> formats.getMethod("parse", Path.class, sink).invoke(null, folder.resolve(file), null))
                    .getCause();
        }
    }

    /** Loads our classes anew, and hides every optional library. */
    private static final class WithoutLibraries extends URLClassLoader {
        WithoutLibraries() {
            super(new URL[] {
                DocumentFormats.class.getProtectionDomain().getCodeSource().getLocation()
            });
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (Stream.of("org.apache.poi.", "org.apache.pdfbox.", "org.jsoup.").anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("io.github.activeia.rag.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
