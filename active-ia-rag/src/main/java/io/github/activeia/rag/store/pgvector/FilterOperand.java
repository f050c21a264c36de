package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What metadata is compared with, and the expression that reads metadata of its kind: a text where the key has another kind is null.
 *
 * @param kind text, number or UUID
 * @param value as it is bound
 */
record FilterOperand(Kind kind, String value) {
    /** A text, by the key that is the next parameter. */
    static final String TEXT = "(metadata->'text'->>CAST(? AS text))";

    private static final String NUMBER = "CAST(metadata->'number'->>CAST(? AS text) AS numeric)";

    private static final String UNIQUE = "(metadata->'uuid'->>CAST(? AS text))";

    /** The key is a parameter that is needed twice, but is to be bound once. */
    private static final String TEXT_OR_UNIQUE =
            "(SELECT coalesce(metadata->'uuid'->>k, %s) FROM (SELECT CAST(? AS text) AS k) AS asked)";

    /** Java puts the characters above U+FFFF before those from U+E000 on. */
    private static final String BEYOND = "\uDBFF\uDFFF";

    private static final String ORDERED_TEXT =
            "(regexp_replace(" + TEXT + ", '([\\uE000-\\uFFFF])', chr(1114111) || '\\1', 'g') COLLATE \"C\")";

    /** Java compares the halves of a UUID as signed numbers. */
    private static final String ORDERED_UNIQUE =
            "(SELECT (translate(left(u, 1), '0123456789abcdef', '89abcdef01234567') || substr(u, 2, 18)"
                    + " || translate(substr(u, 20, 1), '0123456789abcdef', '89abcdef01234567') || substr(u, 21))"
                    + " COLLATE \"C\" FROM (SELECT " + UNIQUE + " AS u) AS kept)";

    private static final int MOST_DIGITS = 1100;
    private static final Set<Class<?>> WHOLE = Set.of(Integer.class, Long.class, Short.class, Byte.class);

    /** What can be compared with each other. */
    enum Kind {
        TEXT,
        NUMBER,
        UNIQUE
    }

    /** Returns the operand of a value of a filter. */
    static FilterOperand of(Object value) {
        if (value instanceof String text) {
            return new FilterOperand(Kind.TEXT, text(text));
        }
        if (value instanceof UUID) {
            return new FilterOperand(Kind.UNIQUE, value.toString());
        }
        return new FilterOperand(Kind.NUMBER, number(value));
    }

    /** Returns a text that can be bound. */
    static String text(String text) {
        return SegmentMetadata.requireStorable("filter value", text);
    }

    /** Returns what is compared when equality is asked. A text that is written like the UUID is equal to it. */
    String equalTo() {
        return switch (kind) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case UNIQUE -> TEXT_OR_UNIQUE.formatted("metadata->'text'->>k");
        };
    }

    /** Returns what is looked up in a list, where a text that means the UUID is equal to it. */
    String member() {
        return kind == Kind.UNIQUE ? TEXT_OR_UNIQUE.formatted("lower(metadata->'text'->>k)") : equalTo();
    }

    /** Returns what is compared when order is asked. */
    String ordered() {
        return switch (kind) {
            case TEXT -> ORDERED_TEXT;
            case NUMBER -> NUMBER;
            case UNIQUE -> ORDERED_UNIQUE;
        };
    }

    /** Returns the value to go with {@link #ordered()}. */
    String orderedValue() {
        return switch (kind) {
            case TEXT -> value.replaceAll("[\uE000-\uFFFF]", BEYOND + "$0");
            case NUMBER -> value;
            case UNIQUE -> flipped(value.substring(0, 19)) + flipped(value.substring(19));
        };
    }

    /** Returns the parameter of a value. */
    String parameter() {
        return kind == Kind.NUMBER ? "CAST(? AS numeric)" : "CAST(? AS text)";
    }

    /** Returns the parameter of a list of values. */
    String parameters() {
        return kind == Kind.NUMBER ? "CAST(CAST(? AS text[]) AS numeric[])" : "CAST(? AS text[])";
    }

    private static String flipped(String half) {
        int first = Character.digit(half.charAt(0), 16);
        return Integer.toHexString(first ^ 8).toLowerCase(Locale.ROOT) + half.substring(1);
    }

    private static String number(Object value) {
        if (value instanceof Float || value instanceof Double) {
            require(Double.isFinite(((Number) value).doubleValue()), value);
        } else if (value instanceof BigDecimal decimal) {
            require(isShort(decimal), "one of more digits");
        } else if (value instanceof BigInteger integer) {
            require(integer.bitLength() <= MOST_DIGITS, "one of more digits");
        } else {
            require(WHOLE.contains(value.getClass()), value.getClass().getSimpleName());
        }
        return value.toString();
    }

    /** Whether a number has few enough digits on either side of the point; its exponent may be of any size. */
    private static boolean isShort(BigDecimal decimal) {
        long whole = (long) decimal.precision() - decimal.scale();
        return whole <= MOST_DIGITS && decimal.scale() >= -MOST_DIGITS && decimal.scale() <= MOST_DIGITS;
    }

    private static void require(boolean holds, Object value) {
        if (!holds) {
            throw new InvalidValueException(
                    "filter value",
                    "be a text, a UUID or a finite number of at most " + MOST_DIGITS + " digits",
                    value,
                    "compare with what the metadata can hold");
        }
    }
}
