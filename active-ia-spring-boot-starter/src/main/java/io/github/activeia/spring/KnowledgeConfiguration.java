package io.github.activeia.spring;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.rag.embedding.Embedder;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Opens the course material, unless the host has a {@link KnowledgeSource} of its own. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {
    @Bean
    @ConditionalOnMissingBean(KnowledgeSource.class)
    CourseMaterial activeIaMaterial(
            ActiveIaProperties properties,
            CacheParts caches,
            ObjectProvider<Embedder> embedder,
            ObjectProvider<DataSource> connections) {
        return CourseMaterial.open(
                properties, () -> caches.before(embedder.getIfUnique(Embedder::inProcess)), connections::getIfUnique);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(CourseMaterial.class)
    KnowledgeSource activeIaKnowledge(CourseMaterial material) {
        return material.knowledge();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(CourseMaterial.class)
    SolutionIndex activeIaSolutions(CourseMaterial material) {
        return material.solutions();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(CourseMaterial.class)
    ActivityCatalog activeIaActivities(CourseMaterial material) {
        return material.activities();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaKnowledgePart(
            KnowledgeSource knowledge,
            ObjectProvider<SolutionIndex> solutions,
            ObjectProvider<ActivityCatalog> activities) {
        return builder -> {
            builder.knowledge(knowledge);
            solutions.ifUnique(builder::solutions);
            activities.ifUnique(builder::activities);
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ActiveIaCustomizer activeIaCoursePart(ActiveIaProperties properties, ObjectProvider<CourseMaterial> material) {
        CourseId named = properties.course().courseId();
        CourseMaterial opened = material.getIfAvailable();
        CourseId course = named == null && opened != null ? opened.course() : named;
        return builder -> {
            if (course != null) {
                builder.course(course);
            }
        };
    }

    @Bean
    TutorHealth activeIaTutorHealth(ObjectProvider<CourseMaterial> material, LanguageModel model) {
        CourseMaterial opened = material.getIfAvailable();
        return new TutorHealth(opened == null ? () -> "of the host" : opened::state, model);
    }
}
