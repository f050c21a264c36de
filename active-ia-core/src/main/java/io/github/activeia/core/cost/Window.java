package io.github.activeia.core.cost;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The time for which a budget counts: a piece of the calendar in the zone of the host, so that everybody can be told when it begins
 * anew. A day on which the clocks change has 23 or 25 hours.
 */
public enum Window {
    /** A full hour of the clock on the wall. */
    HOUR,

    /** From midnight to midnight. */
    DAY,

    /** From Monday to Sunday. */
    WEEK,

    /** From the first day of a month to its last. */
    MONTH;

    private static final long SECONDS_OF_HOUR = Duration.ofHours(1).toSeconds();

    /**
     * A window that is open.
     *
     * @param start its first moment
     * @param end the first moment after it: when counting begins anew
     */
    public record Span(Instant start, Instant end) {}

    /** Returns the window that a moment is in. */
    public Span at(Instant moment, ZoneId zone) {
        if (this == HOUR) {
            return hour(moment, zone);
        }
        LocalDate day = moment.atZone(zone).toLocalDate();
        return switch (this) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield days(monday, monday.plusWeeks(1), zone);
            }
            case MONTH -> days(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1), zone);
            default -> days(day, day.plusDays(1), zone);
        };
    }

    private static Span days(LocalDate first, LocalDate next, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }

    /** By the offset of the moment itself: where the clocks go back, an hour of the wall exists twice, and is two windows. */
    private static Span hour(Instant moment, ZoneId zone) {
        long offset = zone.getRules().getOffset(moment).getTotalSeconds();
        long wall = Math.floorDiv(moment.getEpochSecond() + offset, SECONDS_OF_HOUR) * SECONDS_OF_HOUR;
        Instant start = Instant.ofEpochSecond(wall - offset);
        return new Span(start, start.plusSeconds(SECONDS_OF_HOUR));
    }
}
