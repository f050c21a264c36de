package io.github.activeia.core.testing;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, or the failure to make it: a second wait would end no better. Thread-safe. */
final class Once<T> {
    private final Supplier<T> maker;
    private T value;
    private RuntimeException failure;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            make();
        }
        return value;
    }

    private void make() {
        try {
            value = maker.get();
        } catch (RuntimeException thrown) {
            failure = thrown;
            throw thrown;
        }
    }
}
