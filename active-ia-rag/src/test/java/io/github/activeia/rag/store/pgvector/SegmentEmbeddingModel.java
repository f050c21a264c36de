package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.util.List;

/** langchain4j's view of the embedder of the tests; its vectors have length 1, as those of models do. */
final class SegmentEmbeddingModel implements EmbeddingModel {
    private final BagOfWordsEmbedder embedder = new BagOfWordsEmbedder();

    EmbeddingProfile profile() {
        return embedder.profile();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(
                segments.stream().map(segment -> of(segment.text())).toList());
    }

    /** Returns the embedding of a text. */
    Embedding of(String text) {
        Embedding embedding = Embedding.from(embedder.embedQuery(text));
        embedding.normalize();
        return embedding;
    }
}
