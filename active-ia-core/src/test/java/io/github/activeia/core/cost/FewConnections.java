package io.github.activeia.core.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** As much of a pool as a crowd needs, so that it does not take all the connections of the server that the tests share. */
record FewConnections(DataSource all, Semaphore free) {
    FewConnections(DataSource all, int most) {
        this(all, new Semaphore(most));
    }

    DataSource source() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(all, method, arguments);
            }
            free.acquire();
            Connection connection = (Connection) call(all, method, arguments);
            return proxy(Connection.class, (inner, called, values) -> {
                if (called.getName().equals("close")) {
                    free.release();
                }
                return call(connection, called, values);
            });
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FewConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
