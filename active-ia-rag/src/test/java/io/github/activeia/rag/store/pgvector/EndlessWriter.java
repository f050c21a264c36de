package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that replaces documents until it is killed: its arguments are a URL, and the number of the first version. */
final class EndlessWriter {
    static final int DOCUMENTS = 4;
    static final String NAME = "endless-writer";

    private EndlessWriter() {}

    public static void main(String[] args) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setApplicationName(NAME);
        PgVectorSettings settings =
                PgVectorSettings.builder().schemaMode(SchemaMode.NONE).build();
        try (KnowledgeStore store = PgVectorKnowledgeStore.open(source, Material.profile(), settings)) {
            for (int version = Integer.parseInt(args[1]); ; version++) {
                replace(store, version % DOCUMENTS, version);
                if (version % DOCUMENTS == 0) {
                    System.out.println(version);
                }
            }
        }
    }

    static void replace(KnowledgeStore store, int number, int version) {
        Passage.Document document = Material.document(source(number));
        List<EmbeddedChunk> chunks = Material.chunks(document, texts(number, version));
        StoredDocument entry = new StoredDocument(Material.COURSE, document, Integer.toString(version), chunks.size());
        try (DocumentWriter writer = store.documents().replace(entry)) {
            for (int i = 0; i < chunks.size(); i += 20) {
                writer.add(chunks.subList(i, Math.min(chunks.size(), i + 20)));
            }
            writer.commit();
        }
    }

    static String source(int number) {
        return "d" + number + ".md";
    }

    /** Returns the texts of a version; in every other document half of them are those of each version. */
    static List<String> texts(int number, int version) {
        Random random = new Random(31L * version + number);
        int count = 20 + random.nextInt(40);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean same = number % 2 == 1 && i % 2 == 0;
            texts.add("parte" + i + "x "
                    + (same ? "fija" : "versión" + version + "z " + "largo ".repeat(random.nextInt(9))));
        }
        return texts;
    }
}
