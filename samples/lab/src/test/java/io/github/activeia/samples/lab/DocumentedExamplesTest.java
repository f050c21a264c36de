package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java example of the documents and of the javadoc. */
class DocumentedExamplesTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("(?m)^```(?:java|jshell)\\R(.*?)^```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);

    /** A variable that an example leaves to its reader; its type is not known, so nothing is checked of it. */
    private static final Pattern READERS_OWN = Pattern.compile("symbol: +variable [a-z]");

    private static final Pattern STATEMENTS = Pattern.compile("\\R(?=\\S)");

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicTest> compiles_when_shown_in_a_document() throws IOException {
        List<Path> documents = files("*.md", "**/docs/**.md", "**/samples/*/*.md");

        return documents.stream().flatMap(file -> tests(file, FENCED));
    }

    @TestFactory
    Stream<DynamicTest> compiles_when_shown_in_javadoc() throws IOException {
        List<Path> sources = files("**/active-ia-{core,rag,agents}/src/main/java/**.java");

        assertThat(sources).hasSizeGreaterThan(50);
        return sources.stream().flatMap(file -> tests(file, JAVADOC));
    }

    private Stream<DynamicTest> tests(Path file, Pattern pattern) {
        return pattern.matcher(read(file))
                .results()
                .map(match -> DynamicTest.dynamicTest(
                        ROOT.relativize(file) + "@" + match.start(), () -> compile(example(match.group(1)))));
    }

    /** Takes the star of javadoc, the prompt of JShell and the comments of the reader away. */
    private static String example(String text) {
        return text.replaceAll("(?m)^ *\\* ?", "")
                .replaceAll("(?m)^(jshell|   \\.\\.\\.)> ", "")
                .replaceAll("(?m)^\\|.*$", "");
    }

    private void compile(String example) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d", classes.toString(), "-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));

        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(unit(example)))
                .call();

        assertThat(found.getDiagnostics())
                .as(example)
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filteredOn(diagnostic ->
                        !READERS_OWN.matcher(diagnostic.getMessage(Locale.ROOT)).find())
                .isEmpty();
    }

    private static JavaFileObject unit(String example) {
        boolean whole = Pattern.compile("(?m)^(public |final )*(class|record|interface) ")
                .matcher(example)
                .find();
        String source = whole ? context().replaceFirst("(?s)abstract class.*", "") + example : wrapped(example);
        Matcher name = Pattern.compile("(?m)^public (?:final )?(?:class|record|interface) (\\w+)")
                .matcher(source);
        String file = whole && name.find() ? name.group(1) : "Example";
        return new SimpleJavaFileObject(URI.create("string:///" + file + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String wrapped(String example) {
        StringBuilder body = new StringBuilder();
        for (String statement : STATEMENTS.split(example.strip(), -1)) {
            String code = statement.replaceFirst("\\s*(?<!:)//.*$", "").strip();
            boolean typedAtAPrompt = !code.isEmpty() && !";},({".contains(code.substring(code.length() - 1));
            String bare = code.startsWith("var ") ? code + ";" : "use(" + code + ");";
            body.append(typedAtAPrompt ? bare : statement).append('\n');
        }
        return context().replace("/*example*/", body.toString());
    }

    private static String context() {
        return read(Path.of("src", "test", "resources", "ExampleContext.java.txt"));
    }

    private static List<Path> files(String... globs) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> Stream.of(globs).anyMatch(glob -> path.getFileSystem()
                            .getPathMatcher(
                                    "glob:" + (glob.startsWith("*") && !glob.startsWith("**") ? ROOT + "/" : "") + glob)
                            .matches(path)))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
