package io.github.activeia.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedKnowledgeTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final KnowledgeQuery QUERY = KnowledgeQuery.of("¿Qué es una cola?", COURSE);

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final Course course = new Course();
    private final CachedKnowledge cached = CachedKnowledge.of(course, CaffeineCache.of(1_000_000, clock));

    @Test
    void returns_an_equal_result_without_searching_when_nothing_has_changed() {
        KnowledgeResult first = cached.retrieve(QUERY);
        KnowledgeResult second = cached.retrieve(QUERY);

        assertThat(second).isEqualTo(first);
        assertThat(course.queries).hasSize(1);
    }

    @Test
    void searches_again_when_the_course_has_changed() {
        cached.retrieve(QUERY);
        course.version = "2";

        cached.retrieve(QUERY);

        assertThat(course.queries).hasSize(2);
    }

    @Test
    void searches_again_when_any_part_of_the_query_differs() {
        List<KnowledgeQuery> others = List.of(
                QUERY,
                KnowledgeQuery.of("¿Qué es una pila?", COURSE),
                KnowledgeQuery.of(QUERY.text(), new CourseId("otra")),
                QUERY.preferring("3", null),
                QUERY.preferring("none", null),
                QUERY.preferring(null, Difficulty.BASIC),
                QUERY.among(Set.of(ContentType.THEORY)),
                QUERY.among(Set.of(ContentType.THEORY, ContentType.FAQ)),
                QUERY.atMost(6));

        others.forEach(cached::retrieve);

        assertThat(course.queries).containsExactlyElementsOf(others);
    }

    @Test
    void searches_again_when_half_an_hour_has_passed() {
        cached.retrieve(QUERY);
        clock.advance(Duration.ofMinutes(31));

        cached.retrieve(QUERY);

        assertThat(course.queries).hasSize(2);
    }

    @Test
    void searches_each_time_when_the_source_has_no_version() {
        course.version = null;

        cached.retrieve(QUERY);
        cached.retrieve(QUERY);

        assertThat(course.queries).hasSize(2);
    }

    @Test
    void keeps_nothing_when_the_source_fails() {
        course.down = true;
        assertThatThrownBy(() -> cached.retrieve(QUERY)).isInstanceOf(IllegalStateException.class);
        course.down = false;

        assertThat(cached.retrieve(QUERY).passages()).hasSize(2);
    }

    private static final class Course implements VersionedKnowledge {
        private final List<KnowledgeQuery> queries = new ArrayList<>();
        private @Nullable String version = "1";
        private boolean down;

        @Override
        public KnowledgeResult retrieve(KnowledgeQuery query) {
            queries.add(query);
            if (down) {
                throw new IllegalStateException("down");
            }
            Passage.Document whole = new Passage.Document(
                    "u1/cola.md", "Cola", ContentType.THEORY, "1", "colas", Difficulty.BASIC, "es", "v2", "tp1");
            Passage.Document bare =
                    new Passage.Document("b.md", "B", ContentType.FAQ, null, null, null, "es", null, null);
            return new KnowledgeResult(
                    List.of(
                            new Passage("a", "Una cola 🐟 circular", 0.75, whole, List.of("Cola", "Qué es"), 12),
                            new Passage("b", "", -1.5, bare, List.of(), null)),
                    RetrievalConfidence.HIGH,
                    0.9,
                    true);
        }

        @Override
        public Optional<String> version(CourseId id) {
            return Optional.ofNullable(version);
        }
    }
}
