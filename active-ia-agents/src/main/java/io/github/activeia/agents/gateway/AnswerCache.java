package io.github.activeia.agents.gateway;

import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.cache.CachedValues;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what models wrote, once safety has accepted it without remark. What a student said before, or personal data, keeps an answer
 * within that student's session. Where models or material cannot tell what they are, nothing is kept. Thread-safe.
 */
final class AnswerCache {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);

    private final boolean on;
    private final CachedValues<LlmResult.Answered> answers;
    private final KnowledgeSource knowledge;
    private final LanguageModel model;

    AnswerCache(Cache cache, KnowledgeSource knowledge, LanguageModel model) {
        this.on = cache != Cache.none();
        this.answers = CachedValues.of(cache, new AnswerCodec());
        this.knowledge = knowledge;
        this.model = model;
    }

    static AnswerCache none() {
        return new AnswerCache(Cache.none(), KnowledgeSource.none(), LanguageModel.none());
    }

    boolean on() {
        return on;
    }

    /** Looks for the answer to a question. It belongs to the first prompt, whichever prompt it took to get an acceptable answer. */
    Place place(Prompted prompted, Understood understood, Frame frame) {
        Optional<String> models = model.identity();
        Optional<String> corpus = models.isEmpty()
                ? Optional.empty()
                : version(understood.inquiry().course());
        CacheKey key = corpus.isEmpty()
                ? null
                : builder(understood)
                        .part("policy", understood.inquiry().policy().toString())
                        .part("data", understood.inquiry().dataPolicy().value())
                        .part("course", understood.inquiry().course().value())
                        .part("corpus", corpus.get())
                        .part("level", Integer.toString(frame.level().number()))
                        .part("agent", frame.agent().value())
                        .part("locale", understood.locale().toLanguageTag())
                        .part("model", models.orElse(""))
                        .part("prompt", prompted.promptId() + " " + prompted.promptHash())
                        .part("system", prompted.prompt().system())
                        .part("user", prompted.prompt().user())
                        .part("limits", limits(prompted.prompt()))
                        .build();
        return new Place(key, key == null ? null : answers.find(key).orElse(null));
    }

    private static CacheKey.Builder builder(Understood understood) {
        CacheKey.Builder key = CacheKey.of(CacheFamily.ANSWER);
        if (!isPersonal(understood)) {
            return key.shared();
        }
        // A host may give many students one id, as it does those who are not signed in: the session tells them apart.
        String session = understood.inquiry().keys().session().session().value();
        return key.onlyFor(understood.inquiry().question().student()).part("conversation", session);
    }

    /** Returns whether the prompt may hold what only this student said: earlier messages, or what stands for personal data. */
    private static boolean isPersonal(Understood understood) {
        return !understood.session().studentMessages().isEmpty()
                || understood.session().tutorQuestion() != null
                || understood.work().text() != null
                || !understood.assessment().sanitized().findings().isEmpty();
    }

    private Optional<String> version(CourseId course) {
        try {
            return VersionedKnowledge.of(knowledge, course);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The version of the material is unknown: {}",
                    failure.getClass().getName());
            return Optional.empty();
        }
    }

    private static String limits(LlmPrompt prompt) {
        return prompt.maxOutputTokens() + " " + prompt.temperature();
    }

    /** Where one answer is kept, if it may be. */
    final class Place {
        private final @Nullable CacheKey key;

        private final LlmResult.@Nullable Answered kept;

        private Place(@Nullable CacheKey key, LlmResult.@Nullable Answered kept) {
            this.key = key;
            this.kept = kept;
        }

        /** Returns what was kept: the model's text, without a try at any provider and at no cost; or null. */
        LlmResult.@Nullable Answered kept() {
            return kept;
        }

        void keep(LlmResult.Answered answered) {
            if (key != null) {
                answers.keep(key, answered);
            }
        }

        void forget() {
            if (key != null) {
                answers.forget(key);
            }
        }
    }

    static List<LlmResult.Attempt> cached() {
        return List.of(new LlmResult.Attempt("cache", DataHandling.Place.LOCAL, "cached", Duration.ZERO, Money.zero()));
    }
}
