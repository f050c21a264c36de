package io.github.activeia.rag.chunking;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.parsing.Block;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the blocks of one document into chunks, one section at a time; never more than two chunks are held back. Not thread-safe.
 *
 * <p>A chunk lies in one section. Code, formulas and tables stay whole up to the longest chunk; a question and its answer stay
 * together as long; a line that announces what follows stays with it.
 */
public final class DocumentChunker {
    /** Changes whenever the same blocks would give other chunks. */
    public static final int VERSION = 1;

    private static final int LONGEST_QUESTION = 200;

    private final ChunkingSettings settings;
    private final ChunkFactory factory;
    private final boolean faq;
    private final Locale locale;
    private final Consumer<Chunk> chunks;
    private final Deque<Block.Heading> path = new ArrayDeque<>();
    private Section section;
    private @Nullable Integer page;

    /** Creates the chunker of one document; chunks go to the consumer in order. */
    public DocumentChunker(
            ChunkingSettings settings, CourseId course, Passage.Document document, Consumer<Chunk> chunks) {
        this.settings = settings;
        this.factory = new ChunkFactory(course, document);
        this.faq = document.contentType() == ContentType.FAQ;
        this.locale = Locale.forLanguageTag(document.language());
        this.chunks = chunks;
        this.section = section();
    }

    /** Takes the next block. */
    public void accept(Block block) {
        if (block instanceof Block.Page next) {
            page = next.number();
        } else if (block instanceof Block.Heading heading) {
            section.end();
            while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
                path.removeLast();
            }
            path.addLast(heading);
            factory.nextSection();
            section = section();
        } else if (block instanceof Block.Text text) {
            if (faq && isQuestion(text.markdown())) {
                section.endConcept();
            }
            section.add(text, page);
        }
    }

    /** Hands on what is left. */
    public void end() {
        section.end();
    }

    private Section section() {
        List<String> headings = new ArrayList<>();
        path.stream().map(Block.Heading::text).filter(text -> !text.isEmpty()).forEach(headings::add);
        boolean question = !headings.isEmpty() && isQuestion(headings.get(headings.size() - 1));
        ChunkDraft.Place place = new ChunkDraft.Place(factory, List.copyOf(headings), locale);
        return new Section(SectionBudget.of(settings, factory.overhead(headings), question), place, chunks);
    }

    private static boolean isQuestion(String text) {
        String words = text.replaceAll("[*_#]", "").strip();
        String first = words.lines().findFirst().orElse("").strip();
        return words.length() <= LONGEST_QUESTION && (first.startsWith("¿") || first.endsWith("?"));
    }
}
