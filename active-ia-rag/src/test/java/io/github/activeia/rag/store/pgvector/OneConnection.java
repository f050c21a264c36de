package io.github.activeia.rag.store.pgvector;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection. A call that needs two at once would wait for ever; here it fails. Not thread-safe. */
final class OneConnection implements AutoCloseable {
    private final Connection connection;
    private boolean lent;

    OneConnection(DataSource source) throws SQLException {
        connection = source.getConnection();
    }

    /** Returns the pool, which knows getConnection() alone. */
    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> lend());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Connection lend() throws SQLException {
        if (lent) {
            throw new SQLException("a second connection is asked for");
        }
        lent = true;
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                lent = false;
                return null;
            }
            return method.invoke(connection, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
