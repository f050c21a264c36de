package io.github.activeia.core.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections, and says the same bytes, or nothing, whenever it is told something. */
final class StrangeServer implements AutoCloseable {
    private final byte[] saying;
    private final ServerSocket server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    StrangeServer(byte[] saying) throws IOException {
        this.saying = saying;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                clients.add(client);
                start(() -> talk(client));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void talk(Socket client) {
        byte[] heard = new byte[4096];
        try {
            while (client.getInputStream().read(heard) >= 0) {
                client.getOutputStream().write(saying);
            }
        } catch (IOException gone) {
            // The client has had enough.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "strange-server");
        thread.setDaemon(true);
        thread.start();
    }
}
