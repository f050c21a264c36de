package io.github.activeia.core.testing;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives one value to all the parameters of its type in a test class and its nested ones, and closes it after the last test. */
abstract class PerClass<T extends AutoCloseable> implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private final Class<T> type;
    private final Supplier<T> maker;

    PerClass(Class<T> type, Supplier<T> maker) {
        this.type = type;
        this.maker = maker;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        value(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return value(context);
    }

    /** Closes what this very class made: the value of a nested class is that of the outer one, which still needs it. */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        T made = store(context).remove(type, type);
        if (made != null) {
            made.close();
        }
    }

    private T value(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(type, key -> maker.get(), type);
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(getClass()));
    }
}
