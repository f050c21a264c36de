package io.github.activeia.agents.risk;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers which alerts were told, so that nobody hears the same one again and again. Forgets the oldest beyond a number. Thread-safe. */
final class Pause {
    private final Map<Key, Instant> told = new LinkedHashMap<>();
    private final Duration length;
    private final int most;

    Pause(Duration length, int most) {
        this.length = length;
        this.most = most;
    }

    /** Outside any activity the session stands in for one. */
    private record Key(
            CourseId course,
            StudentId student,
            @Nullable ActivityId activity,
            @Nullable SessionId session,
            String code) {}

    /** Returns whether an alert is due, and takes it as told if it is. */
    synchronized boolean take(Alert alert) {
        Key key = key(alert);
        Instant at = alert.origin().at();
        Instant before = told.get(key);
        if (before != null && at.isBefore(before.plus(length))) {
            return false;
        }
        told.remove(key);
        told.put(key, at);
        if (told.size() > most) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }

    /** Takes an alert back that reached nobody. */
    synchronized void forget(Alert alert) {
        told.remove(key(alert), alert.origin().at());
    }

    synchronized int size() {
        return told.size();
    }

    private static Key key(Alert alert) {
        Origin origin = alert.origin();
        ActivityId activity = origin.activity();
        return new Key(
                origin.course(), origin.student(), activity, activity == null ? origin.session() : null, alert.code());
    }
}
