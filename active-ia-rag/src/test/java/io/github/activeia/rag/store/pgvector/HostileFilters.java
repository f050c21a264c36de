package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.ContainsString;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThan;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThan;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random filters of somebody who wants to see what is not theirs, and the metadata that they are asked of. */
final class HostileFilters {
    private static final List<String> KEYS = List.of("a", "b", "topic", "page", "mixed", "Owner_1", "missing", "_x");

    private static final List<String> HOSTILE_KEYS = List.of(
            "a' OR '1'='1",
            "a)) or 1=1 --",
            "a\"; DROP TABLE knowledge_documents; --",
            "a'::text)) OR true OR ((metadata->>'a",
            "año",
            "ключ",
            "a b",
            "1a",
            "a-b",
            "a.b",
            "?",
            "$1",
            "${k}",
            "{}",
            "a\u0000",
            "a\n",
            "\uD83D\uDE00",
            "x".repeat(64));

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "ab",
            "aa",
            "b",
            "Z",
            "ñ",
            "n\u0303",
            "\uE001",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uD83D\uDE00a",
            "null",
            "NULL",
            "true",
            "1",
            "1.0",
            "%",
            "_",
            "\\",
            "\\'",
            "'",
            "''",
            "\"",
            "' OR 1=1 --",
            "') OR course <> '",
            "a')) UNION SELECT id, content, metadata::text, embedding::real[], 1 FROM knowledge_documents --",
            "$1",
            "?",
            "{a,b}",
            "{\"a\":1}",
            "; ROLLBACK; SET row_security = off;",
            "00000000-0000-0000-0000-000000000001",
            "ABCDEF00-0000-0000-0000-000000000001",
            "abcdef00-0000-0000-0000-000000000001");

    private static final List<Number> NUMBERS = List.of(
            0,
            1,
            -1,
            2,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            0L,
            1L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            9007199254740993L,
            0f,
            -0f,
            1f,
            0.1f,
            1.5f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            16777216f,
            0d,
            1d,
            0.1d,
            1.5d,
            -2.25d,
            1e22d,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            9007199254740992d);

    private static final List<UUID> UNIQUE = List.of(
            new UUID(0, 1),
            new UUID(-1, 1),
            new UUID(1, -1),
            new UUID(1, 1),
            UUID.fromString("abcdef00-0000-0000-0000-000000000001"),
            new UUID(Long.MIN_VALUE, Long.MAX_VALUE));

    private static final List<Object> UNASKABLE =
            List.of(true, 'c', Double.NaN, Float.POSITIVE_INFINITY, "a\u0000b", "\uD800", new BigDecimal("1E+2000000"));

    private final Random random;
    private final boolean hostile;

    /** Makes filters of which some cannot be asked at all, or, not hostile, only filters that can. */
    HostileFilters(Random random, boolean hostile) {
        this.random = random;
        this.hostile = hostile;
    }

    Filter filter() {
        return filter(random.nextInt(6));
    }

    /** Returns metadata of all kinds. */
    Metadata metadata() {
        Metadata metadata = new Metadata();
        for (String key : KEYS.subList(0, 6)) {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> metadata.put(key, one(TEXTS));
                case 3 -> metadata.put(key, one(UNIQUE));
                case 4, 5, 6 -> put(metadata, key, one(NUMBERS));
                default -> metadata.remove(key);
            }
        }
        return metadata;
    }

    private Filter filter(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 3) {
            return Filter.and(filter(depth - 1), filter(depth - 1));
        }
        if (kind < 6) {
            return Filter.or(filter(depth - 1), filter(depth - 1));
        }
        return kind < 8 ? Filter.not(filter(depth - 1)) : comparison();
    }

    private Filter comparison() {
        String key = hostile && random.nextInt(12) == 0 ? one(HOSTILE_KEYS) : one(KEYS);
        Object value = value();
        return switch (random.nextInt(10)) {
            case 0, 1 -> new IsEqualTo(key, value);
            case 2 -> new IsNotEqualTo(key, value);
            case 3 -> new IsGreaterThan(key, (Comparable<?>) value);
            case 4 -> new IsGreaterThanOrEqualTo(key, (Comparable<?>) value);
            case 5 -> new IsLessThan(key, (Comparable<?>) value);
            case 6 -> new IsLessThanOrEqualTo(key, (Comparable<?>) value);
            case 7 -> new IsIn(key, values());
            case 8 -> new IsNotIn(key, values());
            default -> new ContainsString(key, one(TEXTS));
        };
    }

    private Object value() {
        if (hostile && random.nextInt(20) == 0) {
            return one(UNASKABLE);
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> one(TEXTS);
            case 2 -> one(UNIQUE);
            default -> one(NUMBERS);
        };
    }

    /** A list of one kind, long now and then; a hostile one may mix kinds. */
    private List<Object> values() {
        int size = random.nextInt(8) == 0 ? 200 : 1 + random.nextInt(4);
        List<?> kind = List.of(TEXTS, NUMBERS, UNIQUE).get(random.nextInt(3));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(hostile && random.nextInt(400) == 0 ? value() : one(kind));
        }
        return values;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void put(Metadata metadata, String key, Number number) {
        if (number instanceof Integer integer) {
            metadata.put(key, integer);
        } else if (number instanceof Long whole) {
            metadata.put(key, whole);
        } else if (number instanceof Float small) {
            metadata.put(key, small);
        } else {
            metadata.put(key, number.doubleValue());
        }
    }
}
