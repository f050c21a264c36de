package io.github.activeia.rag.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCopyTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final CourseId OTHER = new CourseId("física i");

    private final BagOfWordsEmbedder embedder = new BagOfWordsEmbedder();

    @TempDir
    Path directory;

    private KnowledgeStore source;
    private KnowledgeStore target;

    @BeforeEach
    void openStores() {
        source = LuceneKnowledgeStore.open(directory.resolve("old"), embedder.profile());
        target = LuceneKnowledgeStore.open(directory.resolve("new"), embedder.profile());
    }

    @AfterEach
    void closeStores() {
        source.close();
        target.close();
    }

    @Test
    void copy_gives_the_same_candidates_and_scores() {
        fillSource();

        StoreCopyReport report = StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        assertThat(report.documents()).isEqualTo(4);
        assertThat(report.chunks()).isEqualTo(7);
        assertThat(candidates(target)).isEqualTo(candidates(source)).hasSize(5);
        assertThat(target.documents().list(COURSE)).isEqualTo(source.documents().list(COURSE));
        assertThat(target.documents().list(OTHER)).isEqualTo(source.documents().list(OTHER));
    }

    @Test
    void solutions_are_copied_and_stay_behind_their_door() {
        fillSource();

        StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        CandidateQuery solutions =
                new CandidateQuery(COURSE, "cola", embedder.embedQuery("cola"), Set.of(ContentType.SOLUTION), 10);
        assertThat(target.chunks().candidates(solutions))
                .extracting(c -> c.chunk().text())
                .containsExactly("La cola, resuelta.");
        assertThat(candidates(target)).noneMatch(c -> c.chunk().document().contentType() == ContentType.SOLUTION);
    }

    @Test
    void interrupted_copy_goes_on_with_the_rest() {
        fillSource();
        assertThatThrownBy(() ->
                        StoreCopy.from(source).to(new FailingTarget(target, 2)).run(StoreCopyListener.none()))
                .isInstanceOf(KnowledgeStoreException.class);

        StoreCopyReport report = StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        assertThat(report.courses())
                .extracting(
                        StoreCopyReport.Course::course, StoreCopyReport.Course::copied, StoreCopyReport.Course::skipped)
                .containsExactly(tuple(COURSE, 1, 2), tuple(OTHER, 1, 0));
        assertThat(candidates(target)).isEqualTo(candidates(source));
    }

    @Test
    void document_that_changed_is_copied_again() {
        fillSource();
        StoreCopy.from(source).to(target).run(StoreCopyListener.none());
        write(source, COURSE, "colas.md", ContentType.THEORY, "La cola nueva.");

        StoreCopyReport report = StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        assertThat(report.courses().get(0).copied()).isEqualTo(1);
        assertThat(candidates(target)).isEqualTo(candidates(source));
    }

    @Test
    void documents_that_only_the_target_has_stay_and_are_reported() {
        fillSource();
        write(target, COURSE, "propio.md", ContentType.THEORY, "Algo propio.");

        StoreCopyReport report = StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        assertThat(report.courses().get(0).extra()).containsExactly("propio.md");
        assertThat(report.toString()).contains("only in the target: propio.md");
        assertThat(target.documents().list(COURSE)).containsKey("propio.md");
    }

    @Test
    void target_that_loses_chunks_is_an_error() {
        fillSource();

        assertThatThrownBy(() ->
                        StoreCopy.from(source).to(new ForgetfulTarget(target)).run(StoreCopyListener.none()))
                .isInstanceOf(IncompleteCopyException.class)
                .hasMessageContaining("copy of algoritmos must hold 3 documents with 6 chunks")
                .hasMessageContaining("but was 2 whole documents and 4 chunks, without a whole colas.md");
    }

    @Test
    void listener_is_told_of_every_document_and_of_the_end() {
        fillSource();
        List<StoreCopyProgress> told = new ArrayList<>();

        StoreCopy.from(source).to(target).run(told::add);

        assertThat(told).extracting(StoreCopyProgress::documentsDone).containsExactly(0, 1, 2, 3, 4);
        assertThat(told).allMatch(progress -> progress.documentsTotal() == 4);
        assertThat(told.get(4)).isEqualTo(new StoreCopyProgress("", 4, 4, 7));
    }

    @Test
    void empty_store_is_copied_to_nothing() {
        StoreCopyReport report = StoreCopy.from(source).to(target).run(StoreCopyListener.none());

        assertThat(report.courses()).isEmpty();
        assertThat(report.toString()).isEqualTo("verified: 0 documents, 0 chunks in 0 courses");
    }

    private void fillSource() {
        write(source, COURSE, "colas.md", ContentType.THEORY, "La cola circular.", "La cola y la pila.", "Grafos.");
        write(source, COURSE, "pilas.md", ContentType.EXAMPLE, "La pila.", "La pila crece.");
        write(source, COURSE, "tp1.md", ContentType.SOLUTION, "La cola, resuelta.");
        write(source, OTHER, "colas.md", ContentType.THEORY, "De otra materia.");
    }

    private List<Candidate> candidates(KnowledgeStore store) {
        CandidateQuery query =
                new CandidateQuery(COURSE, "cola circular", embedder.embedQuery("cola circular"), Set.of(), 100);
        return store.chunks().candidates(query).stream()
                .sorted(Comparator.comparing(c -> c.chunk().id()))
                .toList();
    }

    private void write(KnowledgeStore store, CourseId course, String file, ContentType type, String... texts) {
        Passage.Document document = new Passage.Document(file, "Apunte", type, null, null, null, "es", null, null);
        List<EmbeddedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String id = file + "#" + i;
            Chunk chunk = new Chunk(id, document, id, List.of(), i, null, texts[i], "");
            chunks.add(new EmbeddedChunk(chunk, "hash of " + texts[i], embedder.embedQuery(texts[i])));
        }
        String hash = String.join("|", texts);
        try (DocumentWriter writer =
                store.documents().replace(new StoredDocument(course, document, hash, texts.length))) {
            writer.add(chunks);
            writer.commit();
        }
    }

    /** Fails when a document too many is begun. */
    private record FailingTarget(KnowledgeStore store, int good, List<String> begun) implements KnowledgeStore {
        FailingTarget(KnowledgeStore store, int good) {
            this(store, good, new ArrayList<>());
        }

        @Override
        public DocumentCatalog documents() {
            return new Catalog(store.documents()) {
                @Override
                public DocumentWriter replace(StoredDocument document) {
                    begun.add(document.document().source());
                    if (begun.size() > good) {
                        throw new KnowledgeStoreException("the disk is full", true, null);
                    }
                    return super.replace(document);
                }
            };
        }

        @Override
        public ChunkSearch chunks() {
            return store.chunks();
        }

        @Override
        public StoreContents contents() {
            return store.contents();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Keeps one chunk of each batch of a document with three. */
    private record ForgetfulTarget(KnowledgeStore store) implements KnowledgeStore {
        @Override
        public DocumentCatalog documents() {
            return new Catalog(store.documents()) {
                @Override
                public DocumentWriter replace(StoredDocument document) {
                    DocumentWriter writer = super.replace(document);
                    return document.chunks() == 3 ? new ForgetfulWriter(writer) : writer;
                }
            };
        }

        @Override
        public ChunkSearch chunks() {
            return store.chunks();
        }

        @Override
        public StoreContents contents() {
            return store.contents();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private record ForgetfulWriter(DocumentWriter writer) implements DocumentWriter {
        @Override
        public Map<String, float[]> known(Collection<String> embeddingHashes) {
            return writer.known(embeddingHashes);
        }

        @Override
        public void add(List<EmbeddedChunk> chunks) {
            writer.add(chunks.subList(0, 1));
        }

        @Override
        public void commit() {
            writer.commit();
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private static class Catalog implements DocumentCatalog {
        private final DocumentCatalog catalog;

        Catalog(DocumentCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public Map<String, StoredDocument> list(CourseId course) {
            return catalog.list(course);
        }

        @Override
        public DocumentWriter replace(StoredDocument document) {
            return catalog.replace(document);
        }

        @Override
        public void delete(CourseId course, String source) {
            catalog.delete(course, source);
        }
    }
}
