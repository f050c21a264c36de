package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    /** Forward at midnight, back at midnight, half an hour, a skipped day, and the usual ones. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/Argentina/Mendoza",
            "America/Sao_Paulo",
            "America/Havana",
            "America/Santiago",
            "Europe/Madrid",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Kathmandu");

    @ParameterizedTest
    @CsvSource({
        "HOUR,  2026-03-02T10:59:59.999Z, UTC,              2026-03-02T10:00:00Z, 2026-03-02T11:00:00Z",
        "DAY,   2026-03-02T02:00:00Z,     America/Santiago, 2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z",
        "WEEK,  2026-03-08T12:00:00Z,     UTC,              2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
        "MONTH, 2026-02-28T23:59:59Z,     UTC,              2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "DAY,   2026-03-29T12:00:00Z,     Europe/Madrid,    2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "DAY,   2026-10-25T12:00:00Z,     Europe/Madrid,    2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "HOUR,  2026-10-25T00:30:00Z,     Europe/Madrid,    2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "HOUR,  2026-10-25T01:30:00Z,     Europe/Madrid,    2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        "HOUR,  2026-03-02T10:10:00Z,     Asia/Kathmandu,   2026-03-02T09:15:00Z, 2026-03-02T10:15:00Z",
    })
    void begins_and_ends_by_the_calendar_of_the_zone_when_it_is_asked(
            Window window, Instant moment, ZoneId zone, Instant start, Instant end) {
        assertThat(window.at(moment, zone)).isEqualTo(new Window.Span(start, end));
    }

    @Property
    void holds_the_moment_when_the_clocks_change_or_not(
            @ForAll Window window,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_262_304_000L, max = 1_893_456_000L) long second) {
        Instant moment = Instant.ofEpochSecond(second);

        Window.Span span = window.at(moment, zone);

        assertThat(moment).isAfterOrEqualTo(span.start()).isBefore(span.end());
        assertThat(window.at(span.end(), zone).start()).isBeforeOrEqualTo(span.end());
        assertThat(window.at(span.end(), zone)).isNotEqualTo(span);
    }

    @Property
    void leaves_no_gap_when_one_window_follows_another(
            @ForAll("days") Window window,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_262_304_000L, max = 1_893_456_000L) long second) {
        Window.Span span = window.at(Instant.ofEpochSecond(second), zone);

        assertThat(window.at(span.end(), zone).start()).isEqualTo(span.end());
        assertThat(window.at(span.start(), zone)).isEqualTo(span);
        assertThat(window.at(span.end().minus(Duration.ofNanos(1)), zone)).isEqualTo(span);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Window> days() {
        return Arbitraries.of(Window.DAY, Window.WEEK, Window.MONTH);
    }
}
