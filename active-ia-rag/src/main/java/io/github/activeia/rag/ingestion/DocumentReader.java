package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Hint;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.chunking.ChunkingSettings;
import io.github.activeia.rag.chunking.DocumentChunker;
import io.github.activeia.rag.parsing.Block;
import io.github.activeia.rag.parsing.DocumentSink;
import io.github.activeia.rag.parsing.UnreadableDocumentException;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file into chunks. The first blocks wait until they tell the title and the language; after them only chunks are kept.
 * Not thread-safe.
 */
final class DocumentReader implements DocumentSink {
    private static final int HEAD_CHARACTERS = 8192;

    private final CourseId course;
    private final ChunkingSettings settings;
    private final MetadataRules rules;
    private final List<Block> head = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private int headCharacters;
    private FileMetadata own = FileMetadata.NOTHING;
    private List<Hint> hints = List.of();
    private Set<String> keys = Set.of();
    private boolean saysSolution;
    private Passage.@Nullable Document document;
    private @Nullable DocumentChunker chunker;

    DocumentReader(CourseId course, ChunkingSettings settings, MetadataRules rules) {
        this.course = course;
        this.settings = settings;
        this.rules = rules;
    }

    @Override
    public void metadata(Map<String, String> values) {
        saysSolution = MetadataRules.saysSolution(values);
        own = FileMetadata.of(values);
    }

    @Override
    public void keys(Set<String> written) {
        keys = written;
    }

    @Override
    public void hints(List<Hint> written) {
        hints = written;
    }

    @Override
    public void block(Block block) {
        if (chunker != null) {
            chunker.accept(block);
            return;
        }
        head.add(block);
        if (block instanceof Block.Text text) {
            headCharacters += text.markdown().length();
        }
        if (headCharacters > HEAD_CHARACTERS) {
            endHead();
        }
    }

    /**
     * Ends the document and returns what it is.
     *
     * @throws UnreadableDocumentException if it has no text
     */
    Passage.Document end() {
        DocumentChunker started = chunker == null ? endHead() : chunker;
        started.end();
        if (chunks.isEmpty() || document == null) {
            throw new UnreadableDocumentException("it has no text", "write some, or take it out of the folder", null);
        }
        return document;
    }

    /** Returns the hints, which only an assignment has. */
    List<Hint> hints() {
        boolean assignment = document != null && document.contentType() == ContentType.ASSIGNMENT;
        return assignment ? hints : List.of();
    }

    /** Returns what the author wrote into the front matter and nobody will read, and what to do about each. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        keys.forEach(key -> KnownKeys.FRONT_MATTER.misspelt(key).ifPresent(ignored::add));
        if (document != null && hints().size() < hints.size()) {
            ignored.add("has hints, but is a document of type "
                    + document.contentType().value()
                    + ", and only the hints of a consigna are given — write content_type: consigna into its front"
                    + " matter, or move them to the consigna");
        }
        return ignored;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Returns whether anything that was read so far, or the file's name, makes it a solution. */
    boolean saysSolution() {
        return saysSolution || rules.solutionByName() || rules.solutionByMap();
    }

    /** Returns whether the file itself says what it is. */
    boolean declaresType() {
        return own.contentType() != null;
    }

    private DocumentChunker endHead() {
        Passage.Document known = rules.document(own, head);
        DocumentChunker started = new DocumentChunker(settings, course, known, chunks::add);
        head.forEach(started::accept);
        head.clear();
        document = known;
        chunker = started;
        return started;
    }
}
