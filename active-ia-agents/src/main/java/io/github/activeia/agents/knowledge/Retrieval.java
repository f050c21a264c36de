package io.github.activeia.agents.knowledge;

import io.github.activeia.agents.knowledge.Retrieved.Query;
import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the passages for a message. Where the message alone does not find enough, its context may: the message before it if it is
 * short or tied to it ("¿Y por qué…?"), and the activity if the student asks about work on it. What a student tried is told in words that the material need not
 * share ("it still loses an element"), so there the activity's own material will do. A question about something else is never
 * helped over the threshold this way. Thread-safe.
 */
public final class Retrieval {
    private static final Logger LOG = LoggerFactory.getLogger(Retrieval.class);
    private static final int SHORT_WORDS = 6;

    private static final Pattern LEADING_SIGNS = Pattern.compile("^\\P{L}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final KnowledgeSource source;
    private final Set<String> links = WordList.words("follow-ups");

    /** Creates the agent. */
    public Retrieval(KnowledgeSource source) {
        this.source = source;
    }

    /** Returns what was found, or the outage. */
    public Retrieved retrieve(RetrievalRequest request) {
        try {
            return search(request);
        } catch (RuntimeException failure) {
            LOG.warn("The knowledge source failed: {}", failure.getClass().getName());
            return new Retrieved(
                    KnowledgeResult.nothing(), Query.MESSAGE, failure.getClass().getName());
        }
    }

    private Retrieved search(RetrievalRequest request) {
        boolean linked = isLinked(request);
        KnowledgeResult plain = find(request, request.question());
        if (plain.sufficient() && !linked) {
            return new Retrieved(plain, Query.MESSAGE, null);
        }
        if (linked || isShort(request)) {
            String previous = request.earlier().get(request.earlier().size() - 1);
            KnowledgeResult wider = find(request, previous + "\n" + request.question());
            if (wider.sufficient()) {
                return new Retrieved(wider, Query.FOLLOW_UP, null);
            }
        }
        if (plain.sufficient()) {
            return new Retrieved(plain, Query.MESSAGE, null);
        }
        Activity activity = request.activity();
        if (activity != null && request.about() != RetrievalRequest.About.CONCEPT) {
            KnowledgeResult wider = find(request, activity.title() + "\n" + request.question());
            if (!wider.sufficient() && request.about() == RetrievalRequest.About.OWN_WORK) {
                wider = find(request, activity.title());
            }
            if (wider.sufficient()) {
                return new Retrieved(wider, Query.ACTIVITY, null);
            }
        }
        return new Retrieved(plain, Query.MESSAGE, null);
    }

    /** Returns whether the message begins with a word that ties it to the one before: "¿Y por qué…?". */
    private boolean isLinked(RetrievalRequest request) {
        String first =
                LEADING_SIGNS.matcher(request.question()).replaceFirst("").split("\\P{L}", 2)[0];
        return !request.earlier().isEmpty() && links.contains(first.toLowerCase(Locale.ROOT));
    }

    private static boolean isShort(RetrievalRequest request) {
        return !request.earlier().isEmpty()
                && SPACES.splitAsStream(request.question().strip()).count() <= SHORT_WORDS;
    }

    private KnowledgeResult find(RetrievalRequest request, String text) {
        Activity activity = request.activity();
        KnowledgeQuery query = KnowledgeQuery.of(text, request.course());
        KnowledgeResult found =
                source.retrieve(activity == null ? query : query.preferring(activity.unit(), activity.difficulty()));
        return withoutSolutions(found);
    }

    /** A source must not return solutions; one that does is corrected here, because nothing behind this line may see one. */
    private static KnowledgeResult withoutSolutions(KnowledgeResult found) {
        List<Passage> clean = found.passages().stream()
                .filter(p -> p.document().contentType() != ContentType.SOLUTION)
                .toList();
        if (clean.size() == found.passages().size()) {
            return found;
        }
        LOG.error("The knowledge source returned a solution as a passage; it was removed");
        return new KnowledgeResult(
                clean, found.confidence(), found.probability(), found.sufficient() && !clean.isEmpty());
    }
}
