package io.github.activeia.rag.store.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The index of one course. Readers see what was committed last. Thread-safe. */
final class CourseIndex implements Closeable {
    private final Directory directory;
    private final CourseIndexFormat format;
    private final SearcherManager searchers;
    private @Nullable IndexWriter writer;

    /** Reads from the index; a searcher stays the same for the whole of it. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private CourseIndex(Directory directory, CourseIndexFormat format, SearcherManager searchers) {
        this.directory = directory;
        this.format = format;
        this.searchers = searchers;
    }

    static CourseIndex open(Path folder, CourseIndexFormat format) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            if (!DirectoryReader.indexExists(directory)) {
                new IndexWriter(directory, config(format)).close();
            }
            return new CourseIndex(directory, format, new SearcherManager(directory, new Bm25()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    CourseIndexFormat format() {
        return format;
    }

    <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw LuceneKnowledgeStore.failure(e);
        }
    }

    /** Replaces all that has a key, in one commit. */
    synchronized void replace(Term key, List<Document> documents) {
        try {
            IndexWriter target = writer();
            if (documents.isEmpty()) {
                target.deleteDocuments(key);
            } else {
                target.updateDocuments(key, documents);
            }
            target.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(this::rollBack);
            throw LuceneKnowledgeStore.failure(e);
        }
    }

    private void rollBack() throws IOException {
        if (writer != null) {
            writer.rollback();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        IOUtils.close(writer, searchers, directory);
    }

    /** Opened late, so that reading needs none, and again after a disk that was full. */
    private IndexWriter writer() throws IOException {
        if (writer == null || !writer.isOpen()) {
            writer = new IndexWriter(directory, config(format));
        }
        return writer;
    }

    private static IndexWriterConfig config(CourseIndexFormat format) {
        return new IndexWriterConfig(format.analyzer())
                .setSimilarity(similarity())
                .setMergeScheduler(new SerialMergeScheduler());
    }

    private static BM25Similarity similarity() {
        return new BM25Similarity(1.2f, 0.75f);
    }

    private static final class Bm25 extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(similarity());
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
