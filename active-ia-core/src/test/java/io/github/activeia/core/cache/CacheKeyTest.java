package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {
    private static final String HASH = "[A-Za-z0-9_-]{43}";

    @ParameterizedTest
    @CsvSource({"EMBEDDING,emb,PT24H", "RETRIEVAL,rag,PT30M", "GATEKEEPER,gk,PT5M", "ANSWER,llm,PT1H"})
    void has_the_prefix_and_the_time_of_the_design_when_it_is_of_a_family(
            CacheFamily family, String prefix, Duration timeToLive) {
        assertThat(family.prefix()).isEqualTo(prefix);
        assertThat(family.timeToLive()).isEqualTo(timeToLive);
    }

    @Test
    void is_the_prefix_and_a_hash_when_it_has_no_session() {
        CacheKey key = embedding("¿Qué es una cola circular?");

        assertThat(key.value()).matches("emb:" + HASH);
        assertThat(key).hasToString(key.value());
    }

    @Test
    void shares_a_segment_when_the_session_is_the_same() {
        CacheKey one = decision("s-1", "hola");
        CacheKey other = decision("s-1", "chau");
        CacheKey stranger = decision("s-2", "hola");

        assertThat(one.value()).matches("gk:[A-Za-z0-9_-]{22}:" + HASH).hasSizeLessThanOrEqualTo(80);
        assertThat(one.toString()).matches("gk:" + HASH);
        assertThat(segment(one)).isEqualTo(segment(other)).isNotEqualTo(segment(stranger));
        assertThat(one).isNotEqualTo(other).isNotEqualTo(stranger);
    }

    @Test
    void is_equal_when_the_parts_come_in_another_order() {
        CacheKey one = CacheKey.of(CacheFamily.EMBEDDING)
                .part("model", "m")
                .part("text", "t")
                .build();
        CacheKey other = CacheKey.of(CacheFamily.EMBEDDING)
                .part("text", "t")
                .part("model", "m")
                .build();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void is_the_same_as_in_the_last_release_when_nothing_changed() {
        CacheKey key = embedding("hola");

        assertThat(key.value()).isEqualTo("emb:VBa095MsJNOz1jN7RYBWZ_-CCT6-fkJs5R-Qgq51R8E");
    }

    @Test
    void differs_by_student_when_history_or_personal_data_went_into_the_value() {
        CacheKey shared = answer().shared().build();
        CacheKey one = answer().onlyFor(new StudentId("alumna-7")).build();
        CacheKey other = answer().onlyFor(new StudentId("alumna-8")).build();

        assertThat(one).isNotEqualTo(other).isNotEqualTo(shared);
        assertThat(one.value()).doesNotContain("alumna");
    }

    @ParameterizedTest
    @EnumSource(CacheFamily.class)
    void names_the_missing_parts_when_it_has_none(CacheFamily family) {
        assertThatThrownBy(() -> CacheKey.of(family).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(family.requiredParts().toArray(String[]::new));
    }

    @Test
    void refuses_a_part_when_it_is_set_twice() {
        CacheKey.Builder key = answer().shared();

        assertThatThrownBy(() -> key.onlyFor(new StudentId("alumna-7")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cache key part audience must be set once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Policy", "9th", "¿cómo se hace?", "a b"})
    void does_not_repeat_the_name_of_a_part_when_it_is_not_one(String name) {
        CacheKey.Builder key = CacheKey.of(CacheFamily.EMBEDDING);

        assertThatThrownBy(() -> key.part(name, "x"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a text of " + name.length() + " characters");
    }

    private static CacheKey.Builder answer() {
        return CacheKey.of(CacheFamily.ANSWER)
                .part("policy", "p")
                .part("level", "2")
                .part("corpus", "c")
                .part("prompt", "h")
                .part("model", "m");
    }

    private static CacheKey embedding(String text) {
        return CacheKey.of(CacheFamily.EMBEDDING)
                .part("model", "e5-small")
                .part("text", text)
                .build();
    }

    private static CacheKey decision(String session, String text) {
        return CacheKey.of(CacheFamily.GATEKEEPER)
                .session(new SessionId(session))
                .part("policy", "p")
                .part("text", text)
                .build();
    }

    private static String segment(CacheKey key) {
        return key.value().split(":", -1)[1];
    }
}
