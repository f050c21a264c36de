package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** With names and values that run into each other easily: a key that merely joined them would fail. */
class CacheKeyPropertiesTest {
    @Property(tries = 3_000)
    void keys_are_equal_if_and_only_if_their_parts_are(
            @ForAll("parts") Map<String, String> one, @ForAll("parts") Map<String, String> other) {
        assertThat(key(one).equals(key(other))).isEqualTo(one.equals(other));
    }

    @Property
    void no_two_texts_share_a_key_when_they_are_any_characters(@ForAll String one, @ForAll String other) {
        assertThat(key(Map.of("a", one)).equals(key(Map.of("a", other)))).isEqualTo(one.equals(other));
    }

    @Property
    void no_text_can_be_read_from_a_key(@ForAll("texts") String text) {
        CacheKey key = key(Map.of("a", text));

        assertThat(key.value()).doesNotContain(text).matches("emb:[A-Za-z0-9_-]{43}");
    }

    @Provide
    Arbitrary<Map<String, String>> parts() {
        Arbitrary<String> names = Arbitraries.of("a", "aa", "ab", "b");
        Arbitrary<String> values = Arbitraries.strings()
                .withChars('a', 'b', '\0', '=', '\n', '\uD800', '?')
                .ofMaxLength(3);
        return Arbitraries.maps(names, values).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().alpha().ofMinLength(6).ofMaxLength(40);
    }

    private static CacheKey key(Map<String, String> parts) {
        CacheKey.Builder key =
                CacheKey.of(CacheFamily.EMBEDDING).part("model", "m").part("text", "t");
        parts.forEach(key::part);
        return key.build();
    }
}
