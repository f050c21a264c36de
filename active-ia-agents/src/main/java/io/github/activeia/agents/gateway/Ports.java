package io.github.activeia.agents.gateway;

import io.github.activeia.agents.safety.ReviewScope;
import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.trace.TraceStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reaches the world through.
 *
 * @param knowledge the course material
 * @param solutions the stored solutions, for leak detection
 * @param activities the activities
 * @param model the language models
 * @param reviewer looks a second time at what a model wrote, or null
 * @param reviewed of which texts it is asked
 * @param answers where accepted answers of models are kept, or {@link Cache#none()}
 * @param sessions what is remembered
 * @param progress how far students have come
 * @param traces where the evidence goes
 * @param listeners who hears of replies
 * @param progressListeners who hears how students get on
 */
public record Ports(
        KnowledgeSource knowledge,
        SolutionIndex solutions,
        ActivityCatalog activities,
        LanguageModel model,
        @Nullable LanguageModel reviewer,
        ReviewScope reviewed,
        Cache answers,
        SessionStore sessions,
        StudentProgress progress,
        TraceStore traces,
        List<ReplyListener> listeners,
        List<ProgressListener> progressListeners) {
    /** Copies the lists. */
    public Ports {
        listeners = List.copyOf(listeners);
        progressListeners = List.copyOf(progressListeners);
    }
}
