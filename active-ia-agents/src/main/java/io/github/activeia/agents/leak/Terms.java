package io.github.activeia.agents.leak;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;

/** What a solution says of one kind, each thing with its number. Immutable. */
final class Terms {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> inOrder;
    private final int start;

    /** Counts from a number on. */
    Terms(Set<String> terms, int start) {
        this.start = start;
        inOrder = List.copyOf(terms);
        inOrder.forEach(term -> numbers.put(term, start + numbers.size()));
    }

    /** Returns the number behind the last one. */
    int end() {
        return start + numbers.size();
    }

    /** Marks what a text has of these; a text is not read for what a solution has nothing of. */
    void mark(Supplier<Set<String>> text, BitSet marked) {
        if (numbers.isEmpty()) {
            return;
        }
        Set<String> others = text.get();
        if (others.size() < numbers.size()) {
            for (String other : others) {
                Integer number = numbers.get(other);
                if (number != null) {
                    marked.set(number);
                }
            }
        } else {
            numbers.forEach((term, number) -> {
                if (others.contains(term)) {
                    marked.set(number);
                }
            });
        }
    }

    /** Returns those that are not marked, as a view. */
    Set<String> without(BitSet marked) {
        int taken = marked.get(start, end()).cardinality();
        return taken == 0 ? numbers.keySet() : new Rest(marked, numbers.size() - taken);
    }

    /** Those that are not marked. */
    private final class Rest extends AbstractSet<String> {
        private final BitSet marked;
        private final int size;

        Rest(BitSet marked, int size) {
            this.marked = marked;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(Object term) {
            Integer number = numbers.get(term);
            return number != null && !marked.get(number);
        }

        @Override
        public Iterator<String> iterator() {
            return new Iterator<>() {
                private int next = marked.nextClearBit(start);

                @Override
                public boolean hasNext() {
                    return next < end();
                }

                @Override
                public String next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    String term = inOrder.get(next - start);
                    next = marked.nextClearBit(next + 1);
                    return term;
                }
            };
        }
    }
}
