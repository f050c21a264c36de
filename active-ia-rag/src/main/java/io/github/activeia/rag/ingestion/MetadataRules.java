package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.parsing.Block;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a file is: its own words, then the documents map, then the layout, then the course. A file that any of them calls a
 * solution is one, unless its own words name another type.
 */
final class MetadataRules {
    private static final Set<String> TYPE_KEYS = Set.of("content_type", "content-type", "tipo", "tipo_contenido");
    private static final Set<String> SOLUTION_WORDS = Set.of("solucion", "solution");

    private final String source;
    private final CourseFile course;
    private final FileMetadata layout;

    MetadataRules(String source, CourseFile course) {
        this.source = source;
        this.course = course;
        this.layout = FolderLayout.of(source);
    }

    static boolean saysSolution(Map<String, String> values) {
        return values.entrySet().stream()
                .anyMatch(entry -> TYPE_KEYS.contains(FileMetadata.fold(entry.getKey()))
                        && SOLUTION_WORDS.contains(FileMetadata.fold(entry.getValue())));
    }

    boolean solutionByName() {
        return layout.contentType() == ContentType.SOLUTION;
    }

    boolean solutionByMap() {
        return saysSolution(course.document(source));
    }

    /** Returns what the rules depend on besides the file itself, for its hash. */
    String fingerprint() {
        return source + course.document(source) + course.unitOf(source) + course.defaults();
    }

    Passage.Document document(FileMetadata own, List<Block> head) {
        FileMetadata said = own.orElse(FileMetadata.of(course.document(source)));
        FileMetadata placed = said.orElse(layout);
        FileMetadata all = placed.orElse(course.defaults());
        String language = said.language() != null
                ? said.language()
                : LanguageGuess.of(text(head)).orElse(Objects.requireNonNullElse(all.language(), "es"));
        String unit = said.unit() != null ? said.unit() : course.unitOf(source).orElse(all.unit());
        ContentType type = contentType(own, all);
        boolean task = type == ContentType.ASSIGNMENT || type == ContentType.SOLUTION;
        String activity = all.activity() == null && task ? FolderLayout.activity(source) : all.activity();
        return new Passage.Document(
                source,
                all.title() != null ? all.title() : title(head),
                type,
                unit,
                all.topic(),
                all.difficulty(),
                language,
                all.version(),
                activity);
    }

    private ContentType contentType(FileMetadata own, FileMetadata all) {
        if (own.contentType() != null) {
            return own.contentType();
        }
        return solutionByName() || solutionByMap()
                ? ContentType.SOLUTION
                : Objects.requireNonNullElse(all.contentType(), ContentType.THEORY);
    }

    /** The first heading is the title if it stands alone above everything; of slides it always is. */
    private String title(List<Block> head) {
        List<Block.Heading> headings = head.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> !heading.text().isEmpty())
                .toList();
        boolean first = !headings.isEmpty()
                && head.stream()
                        .filter(block -> !(block instanceof Block.Page))
                        .findFirst()
                        .equals(headings.stream().findFirst());
        boolean alone = first
                && headings.stream()
                                .filter(heading ->
                                        heading.level() <= headings.get(0).level())
                                .count()
                        == 1;
        boolean slides = first && source.toLowerCase(Locale.ROOT).endsWith(".pptx");
        return alone || slides ? headings.get(0).text() : fileTitle();
    }

    private String fileTitle() {
        String name = source.substring(source.lastIndexOf('/') + 1);
        String stem = name.substring(0, name.lastIndexOf('.'))
                .replaceAll("[_-]+", " ")
                .strip();
        return stem.isEmpty() ? name : stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1);
    }

    private static String text(List<Block> head) {
        return head.stream()
                .filter(Block.Text.class::isInstance)
                .map(Block.Text.class::cast)
                .filter(text -> text.kind() != Block.Kind.CODE)
                .map(Block.Text::markdown)
                .collect(Collectors.joining("\n"));
    }
}
