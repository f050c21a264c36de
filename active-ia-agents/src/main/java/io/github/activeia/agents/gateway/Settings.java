package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.Admission;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.risk.RiskAnalysis;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.TenantId;
import io.github.activeia.core.cost.Budgets;
import java.time.Clock;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway behaves.
 *
 * @param admission who may ask
 * @param gatekeeper reads what the student wants
 * @param policies what the tutor may do
 * @param course the course of a question that names none, or null
 * @param locale the language of a student who shows none
 * @param helpline where a person in danger finds help, or null for a general sentence
 * @param tenants tells the institution of a course, or null where there is one
 * @param budgets what may be spent
 * @param instructions what teachers ask of the tutor
 * @param risk says how risky an interaction was, and tells people
 * @param time the clock, the stopwatch and the ids
 */
public record Settings(
        Admission admission,
        Gatekeeper gatekeeper,
        Policies policies,
        @Nullable CourseId course,
        Locale locale,
        @Nullable String helpline,
        Tenants tenants,
        Budgets budgets,
        Instructions instructions,
        RiskAnalysis risk,
        Time time) {

    /** Tells the institution of a course. */
    @FunctionalInterface
    public interface Tenants {
        /** Returns the institution, or null where the host serves one. */
        @Nullable
        TenantId apply(CourseId course);
    }

    /**
     * What makes a run repeatable.
     *
     * @param clock tells the time of day
     * @param ticker nanoseconds that only go up, to measure steps with
     * @param ids makes an id for each trace
     */
    public record Time(Clock clock, LongSupplier ticker, Supplier<String> ids) {}
}
