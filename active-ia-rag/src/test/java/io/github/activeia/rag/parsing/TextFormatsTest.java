package io.github.activeia.rag.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.parsing.Block.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatsTest {
    @TempDir
    Path folder;

    @Test
    void keeps_markdown_as_it_was_written() throws Exception {
        Blocks blocks = markdown(
                """
                ---
                titulo: Colas
                unidad: 5
                tags: [a, b]
                ---
                # Cola *circular* { #cola }

                Una **cola** usa `frente`.

                - uno
                - dos

                | a | b |
                |---|---|
                | 1 | 2 |

                ```python
                def f():

                    return 1
                ```
                """);

        assertThat(blocks.metadata).containsEntry("titulo", "Colas").containsEntry("unidad", "5");
        assertThat(blocks.all)
                .containsExactly(
                        new Block.Heading(1, "Cola circular"),
                        new Text(Kind.PARAGRAPH, "Una **cola** usa `frente`."),
                        new Text(Kind.LIST, "- uno\n- dos"),
                        new Text(Kind.TABLE, "| a | b |\n|---|---|\n| 1 | 2 |"),
                        new Text(Kind.CODE, "```python\ndef f():\n\n    return 1\n```"));
    }

    @Test
    void keeps_a_formula_whole_when_it_has_blank_lines() throws Exception {
        Blocks blocks = markdown("Antes\n\n$$\na = b\n\n= c\n$$\n\nDespués\n");

        assertThat(blocks.all)
                .extracting(block -> ((Text) block).kind())
                .containsExactly(Kind.PARAGRAPH, Kind.FORMULA, Kind.PARAGRAPH);
    }

    @Test
    void takes_no_heading_out_of_code_when_the_file_is_long() throws Exception {
        String code = "```sh\n" + "# comentario\necho hola\n".repeat(2000) + "```\n";

        Blocks blocks = markdown("# A\n\n" + code + "\n# B\n\nfin\n");

        assertThat(blocks.all).hasSize(4);
        assertThat(((Text) blocks.all.get(1)).markdown()).isEqualTo(code.strip());
    }

    @Test
    void says_what_is_wrong_when_front_matter_is_broken() {
        assertThatThrownBy(() -> markdown("---\ntitulo: a: b: c\n---\nx"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("its YAML is wrong")
                .hasMessageContaining("quote values that hold a colon");
        assertThatThrownBy(() -> markdown("---\ntitulo: a\n\nx"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("never ends");
    }

    @Test
    void creates_no_object_when_front_matter_asks_for_one() {
        assertThatThrownBy(() -> markdown("---\ntitulo: !!javax.script.ScriptEngineManager []\n---\nx"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void reads_accents_whatever_the_encoding(String charset) throws Exception {
        String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        Path file = folder.resolve("apunte.txt");
        Files.write(file, (mark + "¿Qué es un árbol?\r\n\r\nUn año después…").getBytes(Charset.forName(charset)));

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.all)
                .containsExactly(Block.paragraph("¿Qué es un árbol?"), Block.paragraph("Un año después…"));
    }

    @Test
    void reads_a_line_of_any_length_in_pieces() throws Exception {
        Path file = Files.writeString(folder.resolve("largo.txt"), "palabra ".repeat(100_000));

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.all).hasSizeGreaterThan(5);
        assertThat(blocks.all).allMatch(block -> ((Text) block).markdown().length() < 200_000);
    }

    @Test
    void refuses_what_is_no_text() throws Exception {
        Path file = folder.resolve("imagen.txt");
        Files.write(file, new byte[] {1, 2, 0, 3});

        assertThatThrownBy(() -> Blocks.of(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("it is not text");
    }

    @Test
    void takes_the_main_content_of_a_page() throws Exception {
        Path file = Files.writeString(
                folder.resolve("lectura.html"),
                """
                <html lang="es-AR"><head><title>Hash</title><meta name="unit" content="7"></head>
                <body><nav>Inicio</nav><main><h1>Tablas <em>hash</em></h1>
                <p>Usan <code>hash()</code>,<br>siempre.</p>
                <ul><li>una<ul><li>dos</li></ul></li></ul>
                <pre><code class="language-java">int x;
                  int y;</code></pre>
                <table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td>2</td></tr></table>
                </main><script>alert(1)</script></body></html>
                """);

        Blocks blocks = Blocks.of(file);

        assertThat(blocks.metadata)
                .containsEntry("title", "Hash")
                .containsEntry("language", "es")
                .containsEntry("unit", "7");
        assertThat(blocks.all)
                .containsExactly(
                        new Block.Heading(1, "Tablas hash"),
                        Block.paragraph("Usan `hash()`,\nsiempre."),
                        new Text(Kind.LIST, "- una\n  - dos"),
                        new Text(Kind.CODE, "```java\nint x;\n  int y;\n```"),
                        new Text(Kind.TABLE, "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |"));
    }

    private Blocks markdown(String text) throws Exception {
        Path file = folder.resolve("apunte.md");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return Blocks.of(file);
    }
}
