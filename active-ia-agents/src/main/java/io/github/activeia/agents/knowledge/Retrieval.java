package io.github.activeia.agents.knowledge;

import io.github.activeia.agents.knowledge.RetrievalRequest.About;
import io.github.activeia.agents.knowledge.Retrieved.Query;
import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the passages for a message. What a student tried on an activity is told in words that the material need not share ("it
 * still loses an element"), so there the material of the activity's unit comes first. A message that is tied to the one
 * before it ("¿Y por qué…?") is searched together with it. Otherwise the message stands alone, and only where that does not find
 * enough may its context: the question in it, the message before it if it is short, and the activity if it may be about that. What no
 * material answers, but is about the assignment on the table, is covered by that assignment. Thread-safe.
 */
public final class Retrieval {
    private static final Logger LOG = LoggerFactory.getLogger(Retrieval.class);
    private static final int SHORT_WORDS = 6;
    private static final int WIDE = 30;
    private static final int MOST_REMEMBERED = 500;

    private static final Pattern LEADING_SIGNS = Pattern.compile("^\\P{L}+");
    /** What stands for personal data is no word of the question. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\p{Lu}{2,12}(?:_\\d{1,4})?]");

    /** A clause that ends with a question mark. */
    private static final Pattern LAST_QUESTION = Pattern.compile("[^.,;:!?¿¡\\n]{1,300}\\?");

    private static final int FEWEST_WORDS = 4;

    private static final Set<ContentType> TEACHING =
            EnumSet.complementOf(EnumSet.of(ContentType.ASSIGNMENT, ContentType.SOLUTION));
    private static final Set<ContentType> ASSIGNMENTS = EnumSet.of(ContentType.ASSIGNMENT);
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final KnowledgeSource source;
    private final Set<String> links = WordList.words("follow-ups");
    private final OnTheTable table = new OnTheTable();

    /** The courses that nothing was found in, so that each is said once. */
    private final Set<CourseId> empty = ConcurrentHashMap.newKeySet();

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
        KnowledgeResult plain = find(request, request.question(), Set.of());
        boolean isShort = isShort(request);
        boolean work = request.about() == About.OWN_WORK || (request.about() != About.CONCEPT && isShort);
        return byUnit(request, work)
                .or(() -> byPrevious(request, isLinked(request)))
                .or(() -> sufficient(plain, Query.MESSAGE))
                .or(() -> byQuestion(request))
                .or(() -> byPrevious(request, isShort || request.about() == About.OWN_WORK))
                .or(() -> byActivity(request))
                .or(() -> byUnit(request, request.about() == About.CONVERSATION))
                .or(() -> byAssignment(request, plain))
                .orElseGet(() -> {
                    miss(request.course(), plain);
                    return new Retrieved(plain, Query.MESSAGE, null);
                });
    }

    /** Nothing at all, not even something far off, is what a wrong id finds: a host should learn of it before its students do. */
    private void miss(CourseId course, KnowledgeResult found) {
        if (found.passages().isEmpty() && empty.size() < MOST_REMEMBERED && empty.add(course)) {
            LOG.warn(
                    "course must have material, but nothing at all was found in {} — check the id (capitals count), or ingest its"
                            + " material; until then its questions are answered in general only",
                    course);
        }
    }

    /**
     * Work on an activity is helped with the material of its unit, which the teacher chose: whatever of it comes nearest suffices.
     * The assignment itself is left out: the student has it before the eyes.
     */
    private Optional<Retrieved> byUnit(RetrievalRequest request, boolean work) {
        Activity activity = request.activity();
        if (activity == null || activity.unit() == null || !work) {
            return Optional.empty();
        }
        KnowledgeQuery query =
                query(request, withTitle(activity, request), TEACHING).atMost(WIDE);
        KnowledgeResult found = withoutSolutions(source.retrieve(query));
        List<Passage> ofUnit = found.passages().stream()
                .filter(passage -> activity.unit().equals(passage.document().unit()))
                .toList();
        if (request.about() == About.ACTIVITY && !table.isAbout(request.question(), activity, ofUnit)) {
            return Optional.empty();
        }
        return sufficient(
                new KnowledgeResult(first(ofUnit), found.confidence(), found.probability(), !ofUnit.isEmpty()),
                Query.ACTIVITY);
    }

    private static List<Passage> first(List<Passage> passages) {
        return passages.subList(0, Math.min(passages.size(), KnowledgeQuery.DEFAULT_MAX_RESULTS));
    }

    private Optional<Retrieved> byActivity(RetrievalRequest request) {
        Activity activity = request.activity();
        return activity == null || request.about() == About.CONCEPT
                ? Optional.empty()
                : sufficient(find(request, withTitle(activity, request), TEACHING), Query.ACTIVITY);
    }

    /**
     * The assignment itself covers what is about it and nothing else answers: how to begin, what is asked for, what to do with one of its
     * parts. If its unit has material, that comes first, as for all work on it. A concept must be found by its own words, unless it
     * is asked as one of the assignment.
     */
    private Optional<Retrieved> byAssignment(RetrievalRequest request, KnowledgeResult plain) {
        Activity activity = request.activity();
        if (activity == null) {
            return Optional.empty();
        }
        boolean concept = request.about() == About.CONCEPT;
        String text = concept ? request.question() : withTitle(activity, request);
        List<Passage> own = ofAssignment(activity, find(request, text, ASSIGNMENTS));
        boolean known = !own.isEmpty() || !activity.instructions().isBlank();
        if (!known || !isAbout(request, activity, plain, own)) {
            return Optional.empty();
        }
        KnowledgeResult covered = new KnowledgeResult(own, plain.confidence(), plain.probability(), true);
        return byUnit(request, !concept).or(() -> sufficient(covered, Query.ASSIGNMENT));
    }

    private boolean isAbout(
            RetrievalRequest request, Activity activity, KnowledgeResult plain, List<Passage> assignment) {
        if (request.about() == About.OWN_WORK) {
            return true;
        }
        boolean asked = request.about() != About.CONCEPT
                || table.namesWork(request.question(), activity)
                || !ofAssignment(activity, plain).isEmpty();
        return asked && table.isAbout(request.question(), activity, assignment);
    }

    private static List<Passage> ofAssignment(Activity activity, KnowledgeResult found) {
        return found.passages().stream()
                .filter(passage -> passage.document().contentType() == ContentType.ASSIGNMENT)
                .filter(passage ->
                        activity.id().value().equals(passage.document().activity()))
                .toList();
    }

    /** A question at the end of a longer message is looked for alone: what was told before it may be about anything. */
    private Optional<Retrieved> byQuestion(RetrievalRequest request) {
        Matcher last = LAST_QUESTION.matcher(request.question());
        String question = "";
        while (last.find()) {
            question = last.group().strip();
        }
        boolean part = words(question) >= FEWEST_WORDS && words(question) < words(request.question());
        return part ? sufficient(find(request, question, Set.of()), Query.QUESTION) : Optional.empty();
    }

    private static String withTitle(Activity activity, RetrievalRequest request) {
        return activity.title() + "\n" + request.question();
    }

    private Optional<Retrieved> byPrevious(RetrievalRequest request, boolean dependent) {
        if (!dependent || request.earlier().isEmpty()) {
            return Optional.empty();
        }
        String previous = request.earlier().get(request.earlier().size() - 1);
        return sufficient(find(request, previous + "\n" + request.question(), Set.of()), Query.FOLLOW_UP);
    }

    private static Optional<Retrieved> sufficient(KnowledgeResult result, Query query) {
        return result.sufficient() ? Optional.of(new Retrieved(result, query, null)) : Optional.empty();
    }

    /** Returns whether the message begins with a word that ties it to the one before: "¿Y por qué…?". */
    private boolean isLinked(RetrievalRequest request) {
        String first =
                LEADING_SIGNS.matcher(request.question()).replaceFirst("").split("\\P{L}", 2)[0];
        return links.contains(first.toLowerCase(Locale.ROOT));
    }

    private static boolean isShort(RetrievalRequest request) {
        return words(request.question()) <= SHORT_WORDS;
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : SPACES.splitAsStream(text.strip()).count();
    }

    private KnowledgeResult find(RetrievalRequest request, String text, Set<ContentType> among) {
        return withoutSolutions(source.retrieve(query(request, text, among)));
    }

    private static KnowledgeQuery query(RetrievalRequest request, String text, Set<ContentType> among) {
        Activity activity = request.activity();
        KnowledgeQuery query = KnowledgeQuery.of(PLACEHOLDER.matcher(text).replaceAll(" "), request.course())
                .among(among);
        return query.preferring(activity == null ? null : activity.unit(), request.difficulty());
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
