package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.core.testing.At;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes a server good and bad in turns, and bad in another way each time. Thread-safe. */
final class Flapping implements AutoCloseable {
    private static final Mood[] MOODS = {
        Mood.GOOD, Mood.RESET, Mood.GOOD, Mood.STALL, Mood.GOOD, Mood.REFUSE, Mood.GOOD, Mood.ERROR
    };

    private final FakeLlmServer server;
    private final FakeReply good;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private @Nullable Future<?> turns;
    private int turn;

    private enum Mood {
        GOOD,
        /** Breaks the open connections, and each new one after some pieces. */
        RESET,
        /** Leaves new streams hanging after some pieces. */
        STALL,
        /** Breaks the open connections, and takes no new ones. */
        REFUSE,
        /** Breaks the open connections, and says 503. */
        ERROR
    }

    private Flapping(FakeLlmServer server, FakeReply good) {
        this.server = server;
        this.good = good;
    }

    /** Begins with a good server, which changes each time so much time has passed. */
    static Flapping every(Duration pause, FakeLlmServer server, FakeReply good) {
        Flapping flapping = new Flapping(server, good);
        flapping.change();
        flapping.turns = flapping.thread.scheduleAtFixedRate(
                flapping::change, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return flapping;
    }

    /** Returns how often it turned bad. */
    synchronized int flaps() {
        return turn / 2;
    }

    private synchronized void change() {
        switch (MOODS[turn % MOODS.length]) {
            case GOOD -> {
                if (turn > 0 && MOODS[(turn - 1) % MOODS.length] == Mood.REFUSE) {
                    server.accept();
                }
                server.always(good);
            }
            case RESET -> {
                server.always(good.reset(At.pieces(5)));
                server.resetConnections();
            }
            case STALL -> server.always(good.stall(At.pieces(5)));
            case REFUSE -> {
                server.refuse();
                server.resetConnections();
            }
            case ERROR -> {
                server.always(FakeReply.status(503));
                server.resetConnections();
            }
        }
        turn++;
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.cancel(false);
        }
        thread.shutdownNow();
    }
}
