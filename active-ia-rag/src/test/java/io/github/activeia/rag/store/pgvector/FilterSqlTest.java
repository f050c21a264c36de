package io.github.activeia.rag.store.pgvector;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import io.github.activeia.core.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterSqlTest {
    @Test
    void everything_is_let_through_when_there_is_no_filter() {
        FilterSql sql = FilterSql.of(null);

        assertThat(sql.condition()).isEqualTo("TRUE");
        assertThat(sql.values()).isEmpty();
    }

    @Test
    void key_and_value_are_parameters() {
        FilterSql sql = FilterSql.of(new IsEqualTo("topic", "x' OR 1=1 --"));

        assertThat(sql.condition()).isEqualTo("(((metadata->'text'->>CAST(? AS text)) = CAST(? AS text)) IS TRUE)");
        assertThat(sql.values()).containsExactly("topic", "x' OR 1=1 --");
    }

    @Test
    void list_is_one_parameter() {
        FilterSql sql = FilterSql.of(new IsIn("page", List.of(1, 2L, 2.5)));

        assertThat(sql.condition()).endsWith(" = ANY (CAST(CAST(? AS text[]) AS numeric[]))) IS TRUE)");
        assertThat(sql.values()).hasSize(2);
        assertThat((String[]) sql.values().get(1)).containsExactlyInAnyOrder("1", "2", "2.5");
    }

    @Test
    void operands_are_in_parentheses() {
        Filter a = metadataKey("a").isEqualTo(1);
        Filter b = metadataKey("b").isNotIn(2);

        FilterSql sql = FilterSql.of(Filter.or(Filter.and(a, b), Filter.not(b)));

        String first = FilterSql.of(a).condition();
        String second = FilterSql.of(b).condition();
        assertThat(sql.condition()).isEqualTo("((" + first + " AND " + second + ") OR (NOT " + second + "))");
        assertThat(first).startsWith("(").endsWith(")");
        assertThat(second).endsWith(" IS NOT TRUE)");
        assertThat(sql.values().stream().filter(String.class::isInstance)).containsExactly("a", "1", "b", "b");
    }

    @Test
    void statement_is_made_of_the_same_few_words_whatever_the_filter() {
        HostileFilters filters = new HostileFilters(new Random(7), false);

        for (int i = 0; i < 2000; i++) {
            FilterSql sql = FilterSql.of(filters.filter());

            assertThat(sql.condition().replaceAll("'(text|number|uuid|0123456789abcdef|89abcdef01234567|g)'", ""))
                    .matches("(?s)[\\w\\s()?<>=|,\\[\\]\"'\\\\.-]+")
                    .doesNotContain("secret", "--", ";", "DROP", "UNION", "course", "knowledge");
            assertThat(sql.condition().chars().filter(c -> c == '?')).hasSameSizeAs(sql.values());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a' OR '1'='1",
                "a)) or 1=1 --",
                "a;b",
                "a\"b",
                "a b",
                "1a",
                "año",
                "ключ",
                "a.b",
                "a-b",
                "?",
                "$1",
                "${k}",
                "a\n",
                "a\u0000"
            })
    void key_is_refused_when_it_is_no_identifier(String key) {
        assertThatThrownBy(() -> FilterSql.of(new IsEqualTo(key, "x")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("filter key must be a letter or _")
                .hasMessageContaining("but was ")
                .hasMessageMatching("[ -~—]+");
    }

    @Test
    void long_key_is_shown_cut_off() {
        String longest = "k".repeat(63);

        assertThat(FilterSql.of(new IsEqualTo(longest, 1)).values()).contains(longest);
        assertThatThrownBy(() -> FilterSql.of(new IsEqualTo("k".repeat(100_000), 1)))
                .isInstanceOf(InvalidValueException.class)
                .message()
                .hasSizeLessThan(200);
    }

    static Stream<Object> unaskable() {
        return Stream.of(
                true,
                'c',
                LocalDate.EPOCH,
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("1E+2000"),
                new BigDecimal("1E-2000"),
                new BigDecimal("1E+2000000000"),
                BigInteger.ONE.shiftLeft(5000));
    }

    @ParameterizedTest
    @MethodSource("unaskable")
    void value_is_refused_when_metadata_cannot_hold_it(Object value) {
        assertThatThrownBy(() -> FilterSql.of(new IsEqualTo("a", value)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("filter value must be a text, a UUID or a finite number")
                .message()
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\u0000", "secret\uD800", "\uDC00secret"})
    void text_is_refused_unseen_when_the_server_cannot_keep_it(String value) {
        assertThatThrownBy(() -> FilterSql.of(new IsEqualTo("a", value)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("filter value must have neither U+0000")
                .hasMessageNotContaining("secret");
    }

    @Test
    void list_of_several_kinds_is_refused() {
        assertThatThrownBy(() -> FilterSql.of(new IsIn("a", List.of(1, "1", new UUID(0, 1)))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("filter must compare with values of one kind");
    }

    @Test
    void filter_of_the_hosts_own_is_refused() {
        Filter own = object -> true;
        Filter subclass = new IsEqualTo("a", 1) {
            @Override
            public boolean test(Object object) {
                return true;
            }
        };

        assertThatThrownBy(() -> FilterSql.of(own)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> FilterSql.of(Filter.not(subclass)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("filter must be made of langchain4j's comparisons");
    }

    @Test
    void filter_is_refused_when_it_is_too_deep_or_too_large() {
        Filter deep = new IsEqualTo("a", 1);
        for (int i = 0; i < 5000; i++) {
            deep = Filter.not(deep);
        }
        Filter large = new IsEqualTo("a", 1);
        for (int i = 0; i < 11; i++) {
            large = Filter.and(large, large);
        }
        Filter tooDeep = deep;
        Filter tooLarge = large;

        assertThatThrownBy(() -> FilterSql.of(tooDeep))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nested at most 200 deep");
        assertThatThrownBy(() -> FilterSql.of(tooLarge))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 1000 comparisons");
    }
}
