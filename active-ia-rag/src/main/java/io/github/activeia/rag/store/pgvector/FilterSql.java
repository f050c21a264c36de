package io.github.activeia.rag.store.pgvector;

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
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;
import io.github.activeia.core.InvalidValueException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a condition of SQL. Its text is made of constants alone; keys and values are parameters. It agrees with what the filter
 * says of the metadata in memory; where that throws because two types cannot be compared, the two are unequal here.
 */
final class FilterSql {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final int MOST_DEEP = 200;
    private static final int MOST_COMPARISONS = 1000;
    private static final int SHOWN = 40;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private int comparisons;

    private FilterSql() {}

    /** Returns the condition of a filter; without one, everything is let through. */
    static FilterSql of(@Nullable Filter filter) {
        FilterSql made = new FilterSql();
        if (filter == null) {
            made.sql.append("TRUE");
        } else {
            made.add(filter, 1);
        }
        return made;
    }

    /** Returns the condition, in parentheses. */
    String condition() {
        return sql.toString();
    }

    /** Returns the parameters, in order: strings, and arrays of strings. */
    List<Object> values() {
        return List.copyOf(values);
    }

    /** Fills in the parameters, and returns the place after the last. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }

    private void add(Filter filter, int depth) {
        require(depth <= MOST_DEEP, "be nested at most " + MOST_DEEP + " deep", "deeper");
        if (is(filter, And.class)) {
            And and = (And) filter;
            pair(and.left(), " AND ", and.right(), depth);
        } else if (is(filter, Or.class)) {
            Or or = (Or) filter;
            pair(or.left(), " OR ", or.right(), depth);
        } else if (is(filter, Not.class)) {
            sql.append("(NOT ");
            add(((Not) filter).expression(), depth + 1);
            sql.append(')');
        } else {
            require(++comparisons <= MOST_COMPARISONS, "have at most " + MOST_COMPARISONS + " comparisons", "more");
            compare(filter);
        }
    }

    private void pair(Filter left, String operator, Filter right, int depth) {
        sql.append('(');
        add(left, depth + 1);
        sql.append(operator);
        add(right, depth + 1);
        sql.append(')');
    }

    private void compare(Filter filter) {
        if (is(filter, IsEqualTo.class)) {
            IsEqualTo equal = (IsEqualTo) filter;
            equal(equal.key(), equal.comparisonValue(), " IS TRUE)");
        } else if (is(filter, IsNotEqualTo.class)) {
            IsNotEqualTo unequal = (IsNotEqualTo) filter;
            equal(unequal.key(), unequal.comparisonValue(), " IS NOT TRUE)");
        } else if (is(filter, IsIn.class)) {
            IsIn in = (IsIn) filter;
            in(in.key(), in.comparisonValues(), " IS TRUE)");
        } else if (is(filter, IsNotIn.class)) {
            IsNotIn in = (IsNotIn) filter;
            in(in.key(), in.comparisonValues(), " IS NOT TRUE)");
        } else if (is(filter, ContainsString.class)) {
            ContainsString contains = (ContainsString) filter;
            append("((strpos(", FilterOperand.TEXT, contains.key());
            value(", CAST(? AS text)) > 0) IS TRUE)", FilterOperand.text(contains.comparisonValue()));
        } else {
            compareOrder(filter);
        }
    }

    private void compareOrder(Filter filter) {
        if (is(filter, IsGreaterThan.class)) {
            IsGreaterThan greater = (IsGreaterThan) filter;
            order(greater.key(), ">", greater.comparisonValue());
        } else if (is(filter, IsGreaterThanOrEqualTo.class)) {
            IsGreaterThanOrEqualTo greater = (IsGreaterThanOrEqualTo) filter;
            order(greater.key(), ">=", greater.comparisonValue());
        } else if (is(filter, IsLessThan.class)) {
            IsLessThan less = (IsLessThan) filter;
            order(less.key(), "<", less.comparisonValue());
        } else if (is(filter, IsLessThanOrEqualTo.class)) {
            IsLessThanOrEqualTo less = (IsLessThanOrEqualTo) filter;
            order(less.key(), "<=", less.comparisonValue());
        } else {
            require(
                    false,
                    "be made of langchain4j's comparisons, And, Or and Not",
                    shown(filter.getClass().getSimpleName()));
        }
    }

    private void equal(String key, Object value, String holds) {
        FilterOperand operand = FilterOperand.of(value);
        append("((", operand.equalTo(), key);
        value(" = " + operand.parameter() + ")" + holds, operand.value());
    }

    private void order(String key, String operator, Object value) {
        FilterOperand operand = FilterOperand.of(value);
        append("((", operand.ordered(), key);
        value(" " + operator + " " + operand.parameter() + ") IS TRUE)", operand.orderedValue());
    }

    private void in(String key, Collection<?> members, String holds) {
        List<FilterOperand> operands = members.stream().map(FilterOperand::of).toList();
        FilterOperand first = operands.get(0);
        require(
                operands.stream().allMatch(o -> o.kind() == first.kind()),
                "compare with values of one kind",
                "a list of several",
                "use an Or of two lists");
        append("((", first.member(), key);
        value(
                " = ANY (" + first.parameters() + "))" + holds,
                operands.stream().map(FilterOperand::value).toArray(String[]::new));
    }

    /** Appends an expression that has the key as its only parameter. */
    private void append(String before, String expression, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidValueException(
                    "filter key",
                    "be a letter or _, then letters, digits and _, at most 63",
                    shown(key),
                    "rename the metadata");
        }
        sql.append(before).append(expression);
        values.add(key);
    }

    private void value(String expression, Object value) {
        sql.append(expression);
        values.add(value);
    }

    /** A subclass might mean anything. */
    private static boolean is(Filter filter, Class<? extends Filter> type) {
        return filter.getClass() == type;
    }

    private static void require(boolean holds, String rule, String value) {
        require(holds, rule, value, "use a simpler filter");
    }

    private static void require(boolean holds, String rule, String value, String remedy) {
        if (!holds) {
            throw new InvalidValueException("filter", rule, value, remedy);
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
