package io.github.activeia.rag.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.parsing.Block;
import io.github.activeia.rag.parsing.Block.Kind;
import io.github.activeia.rag.parsing.Block.Text;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DocumentChunkerTest {
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final ChunkingSettings SMALL =
            ChunkingSettings.builder().targetTokens(60).maxTokens(160).build();

    @Test
    void keeps_the_path_and_makes_no_chunk_of_a_heading_alone() {
        List<Chunk> chunks = chunks(
                ContentType.THEORY,
                new Block.Heading(1, "Colas"),
                new Block.Heading(2, "Cola circular"),
                new Block.Page(3),
                Block.paragraph("El frente avanza."),
                new Block.Heading(2, "Otra"),
                Block.paragraph("Fin."));

        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).sectionPath()).containsExactly("Colas", "Cola circular");
        assertThat(chunks.get(0).page()).isEqualTo(3);
        assertThat(chunks.get(1).sectionPath()).containsExactly("Colas", "Otra");
        assertThat(chunks.get(0).sectionId()).isNotEqualTo(chunks.get(1).sectionId());
    }

    @Test
    void repeats_the_last_sentence_when_a_section_goes_on() {
        List<Chunk> chunks = chunks(
                ContentType.THEORY,
                Block.paragraph("Primera oración con bastantes palabras. ".repeat(2) + "La última oración breve."),
                Block.paragraph("Segundo párrafo con palabras nuevas. ".repeat(5)));

        assertThat(chunks.get(0).overlap()).isEmpty();
        assertThat(chunks.get(1).overlap()).endsWith("La última oración breve.");
        assertThat(chunks.get(1).text()).doesNotContain("La última");
    }

    @Test
    void keeps_an_announcement_with_what_it_announces() {
        String code = "```\n" + "x = 1\n".repeat(40) + "```";

        List<Chunk> chunks = chunks(
                ContentType.THEORY,
                Block.paragraph("Una explicación con varias palabras seguidas. ".repeat(3)),
                Block.paragraph("Por ejemplo:"),
                new Text(Kind.CODE, code));

        assertThat(chunks).last().satisfies(chunk -> assertThat(chunk.text()).isEqualTo("Por ejemplo:\n\n" + code));
    }

    @Test
    void keeps_question_and_answer_together() {
        List<Chunk> chunks = chunks(
                ContentType.FAQ,
                new Block.Heading(2, "¿Por qué falla?"),
                Block.paragraph("Porque el índice se pasa del final. ".repeat(3)),
                Block.paragraph("Revisá la condición del bucle siempre. ".repeat(3)),
                new Block.Heading(2, "Otras"),
                Block.paragraph("**¿Se entrega?**"),
                Block.paragraph("No."),
                Block.paragraph("**¿Hay final?**"),
                Block.paragraph("Sí."));

        assertThat(chunks)
                .extracting(Chunk::text)
                .element(0)
                .asString()
                .contains("Porque")
                .contains("Revisá");
        assertThat(chunks).hasSize(3);
        assertThat(chunks.get(2).overlap()).isEmpty();
        assertThat(chunks.get(1).text()).isEqualTo("**¿Se entrega?**\n\nNo.");
    }

    @Test
    void divides_giant_code_between_lines_and_fences_each_piece() {
        String code = IntStream.range(0, 100)
                .mapToObj(i -> "linea(" + i + ")")
                .collect(Collectors.joining("\n", "```python\n", "\n```"));

        List<Chunk> chunks = chunks(ContentType.EXAMPLE, new Text(Kind.CODE, code));

        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(chunk.text()).startsWith("```python\nlinea(").endsWith(")\n```"));
    }

    @Test
    void gives_the_same_ids_when_another_section_changes() {
        List<Chunk> before = chunks(
                ContentType.THEORY,
                new Block.Heading(1, "A"),
                Block.paragraph("Uno."),
                new Block.Heading(1, "B"),
                Block.paragraph("Dos."),
                Block.paragraph("Dos."));
        List<Chunk> after = chunks(
                ContentType.THEORY,
                new Block.Heading(1, "A"),
                Block.paragraph("Uno, con un cambio."),
                new Block.Heading(1, "B"),
                Block.paragraph("Dos."),
                Block.paragraph("Dos."));

        assertThat(after.get(1).id()).isEqualTo(before.get(1).id());
        assertThat(after.get(0).id()).isNotEqualTo(before.get(0).id());
    }

    @Test
    void does_not_end_a_sentence_at_an_abbreviation() {
        List<String> sentences = Sentences.of(
                "El Dr. Pérez y la Sra. Ruiz dictan. Ver pág. 3, p. ej. el art. 5. Fin.", Locale.forLanguageTag("es"));

        assertThat(sentences)
                .containsExactly("El Dr. Pérez y la Sra. Ruiz dictan. ", "Ver pág. 3, p. ej. el art. 5. ", "Fin.");
    }

    @Test
    void refuses_sizes_that_cannot_work() {
        assertThatThrownBy(() -> ChunkingSettings.builder()
                        .targetTokens(10)
                        .maxTokens(5)
                        .overlapTokens(50)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("targetTokens must be at least 50")
                .hasMessageContaining("maxTokens must be at least targetTokens")
                .hasMessageContaining("overlapTokens");
        assertThatThrownBy(() -> ChunkingSettings.builder().targetTokens(60).targetTokens(70))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void stays_within_what_the_model_reads() {
        ChunkingSettings settings = ChunkingSettings.defaults().within(EmbeddingProfile.allMiniLm());

        assertThat(settings.maxTokens()).isEqualTo(230);
        assertThat(settings.targetTokens()).isEqualTo(220);
    }

    @Property(tries = 200)
    void loses_no_word_and_stays_within_sections_and_sizes(@ForAll("documents") List<Block> blocks) {
        List<Chunk> chunks = chunks(ContentType.THEORY, blocks.toArray(Block[]::new));

        assertThat(words(chunks.stream().map(Chunk::text).toList())).isEqualTo(words(texts(blocks)));
        assertThat(chunks).extracting(Chunk::id).doesNotHaveDuplicates();
        assertThat(chunks).extracting(Chunk::position).isSorted();
        assertThat(chunks).allSatisfy(chunk -> assertThat(TokenEstimate.of(chunk.searchText()))
                .isLessThanOrEqualTo(SMALL.maxTokens() + 2));
        assertThat(chunks).allSatisfy(chunk -> assertThat(sectionsOf(chunk)).hasSize(1));
        assertThat(chunks).isEqualTo(chunks(ContentType.THEORY, blocks.toArray(Block[]::new)));
    }

    /** Every word of a document is unique and carries its section's number. */
    @Provide
    Arbitrary<List<Block>> documents() {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 120);
        Arbitrary<Kind> kinds = Arbitraries.of(Kind.PARAGRAPH, Kind.LIST, Kind.CODE, Kind.PARAGRAPH);
        Arbitrary<Shape> shapes = Combinators.combine(
                        kinds, lengths, Arbitraries.integers().between(0, 4))
                .as(Shape::new);
        return shapes.list().ofMinSize(1).ofMaxSize(12).map(DocumentChunkerTest::document);
    }

    private record Shape(Kind kind, int length, int heading) {}

    private static List<Block> document(List<Shape> shapes) {
        List<Block> blocks = new ArrayList<>();
        int section = 0;
        int word = 0;
        for (Shape shape : shapes) {
            if (shape.heading() > 0) {
                section++;
                blocks.add(new Block.Heading(shape.heading(), "Titulo"));
            }
            int first = word;
            int in = section;
            word += shape.length();
            Kind kind = shape.kind();
            List<String> words = IntStream.range(first, word)
                    .mapToObj(i -> "s" + in + "w" + i)
                    .toList();
            blocks.add(new Text(
                    kind,
                    switch (kind) {
                        case CODE -> "```\n" + String.join("\n", words) + "\n```";
                        case LIST -> "- " + String.join("\n- ", words);
                        default -> String.join(" ", words) + ".";
                    }));
        }
        return blocks;
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream()
                .filter(Text.class::isInstance)
                .map(block -> ((Text) block).markdown())
                .toList();
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(NO_WORD::splitAsStream)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> sectionsOf(Chunk chunk) {
        return words(List.of(chunk.text(), chunk.overlap())).stream()
                .map(word -> word.substring(0, word.indexOf('w')))
                .distinct()
                .toList();
    }

    private static List<Chunk> chunks(ContentType type, Block... blocks) {
        Passage.Document document = new Passage.Document("colas.md", "Colas", type, null, null, null, "es", null, null);
        List<Chunk> chunks = new ArrayList<>();
        DocumentChunker chunker = new DocumentChunker(SMALL, new CourseId("algoritmos"), document, chunks::add);
        List.of(blocks).forEach(chunker::accept);
        chunker.end();
        return chunks;
    }
}
