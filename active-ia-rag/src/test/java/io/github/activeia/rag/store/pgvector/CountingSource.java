package io.github.activeia.rag.store.pgvector;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool of one connection, which counts who has it. A second borrower fails instead of waiting, and closing gives it back
 * as it is. Not thread-safe.
 */
final class CountingSource implements DataSource, AutoCloseable {
    private final Connection only;
    private final AtomicInteger borrowed = new AtomicInteger();
    private int times;

    CountingSource(DataSource source, boolean autoCommit) throws SQLException {
        this.only = source.getConnection();
        only.setAutoCommit(autoCommit);
    }

    int borrowed() {
        return borrowed.get();
    }

    int times() {
        return times;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (borrowed.getAndIncrement() > 0) {
            borrowed.decrementAndGet();
            throw new SQLException("there is no other connection");
        }
        times++;
        AtomicInteger open = new AtomicInteger(1);
        return (Connection) Proxy.newProxyInstance(
                CountingSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        borrowed.addAndGet(-open.getAndSet(0));
                        return null;
                    }
                    try {
                        return method.invoke(only, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("ask without a user");
    }

    @Override
    public void close() throws SQLException {
        only.close();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLException("there is none");
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
