package io.github.activeia.core;

import static io.github.activeia.core.Property.once;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the tutor may do in an institution, a course or an activity. Immutable and thread-safe.
 *
 * <pre>{@code
 * CoursePolicy policy = CoursePolicy.intermediate().toBuilder().name("mi-curso").allowEscalation(false).build();
 * }</pre>
 *
 * <p>The policy in force is the {@linkplain #mostRestrictive most restrictive} of all that apply, field by field.
 */
public final class CoursePolicy {
    private final String name;
    private final boolean tutorEnabled;
    private final HelpLevel maxHelpLevel;
    private final boolean blockCompleteSolutions;
    private final boolean requireJustification;
    private final boolean allowCodeSnippets;
    private final boolean allowEscalation;
    private final int escalateAfter;
    private final double dependencyAlert;
    private final DataPolicy dataPolicy;

    private CoursePolicy(Builder builder) {
        name = Objects.requireNonNullElse(builder.name, "custom");
        tutorEnabled = Objects.requireNonNullElse(builder.tutorEnabled, true);
        maxHelpLevel = Objects.requireNonNullElse(builder.maxHelpLevel, HelpLevel.STRATEGY);
        blockCompleteSolutions = Objects.requireNonNullElse(builder.blockCompleteSolutions, true);
        requireJustification = Objects.requireNonNullElse(builder.requireJustification, true);
        allowCodeSnippets = Objects.requireNonNullElse(builder.allowCodeSnippets, false);
        allowEscalation = Objects.requireNonNullElse(builder.allowEscalation, true);
        escalateAfter = Objects.requireNonNullElse(builder.escalateAfter, 3);
        dependencyAlert = Objects.requireNonNullElse(builder.dependencyAlert, 0.6);
        dataPolicy = Objects.requireNonNullElse(builder.dataPolicy, DataPolicy.LOCAL_ONLY);
    }

    /** Returns the template for first contact: level 2 at most, no solutions, no code. */
    public static CoursePolicy initial() {
        return template("initial", HelpLevel.CONCEPT, true, 0.4)
                .allowCodeSnippets(false)
                .build();
    }

    /** Returns the template for a running course, and the default: level 3 at most, no solutions, no code. */
    public static CoursePolicy intermediate() {
        return template("intermediate", HelpLevel.STRATEGY, true, 0.6)
                .allowCodeSnippets(false)
                .build();
    }

    /** Returns the template for experienced students: all four levels, code fragments, solutions not blocked outright. */
    public static CoursePolicy advanced() {
        return template("advanced", HelpLevel.SPECIFIC, false, 0.7)
                .allowCodeSnippets(true)
                .build();
    }

    /** Returns the template for final work: orienting questions only. */
    public static CoursePolicy finalWork() {
        return template("final_work", HelpLevel.ORIENT, true, 0.3)
                .allowCodeSnippets(false)
                .build();
    }

    /** Returns the template for exams: the tutor is off. */
    public static CoursePolicy exam() {
        return template("exam", HelpLevel.ORIENT, true, 0.3)
                .allowCodeSnippets(false)
                .tutorEnabled(false)
                .build();
    }

    private static Builder template(String name, HelpLevel max, boolean block, double alert) {
        return builder()
                .name(name)
                .maxHelpLevel(max)
                .blockCompleteSolutions(block)
                .dependencyAlert(alert);
    }

    /** Returns the template with a name: initial, intermediate, advanced, final_work or exam. */
    public static CoursePolicy template(String name) {
        return switch (name.strip().replace('-', '_')) {
            case "initial" -> initial();
            case "intermediate" -> intermediate();
            case "advanced" -> advanced();
            case "final_work" -> finalWork();
            case "exam" -> exam();
            default ->
                throw new InvalidValueException(
                        "policy template",
                        "be initial, intermediate, advanced, final_work or exam",
                        name,
                        "pick one of them");
        };
    }

    /** Starts a policy from the defaults of {@link #intermediate()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts a policy from the values of this one, each of which may be set once. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns the same policy with models of other companies allowed; see {@link DataPolicy#CLOUD_ALLOWED}. */
    public CoursePolicy allowingCloud() {
        return toBuilder().dataPolicy(DataPolicy.CLOUD_ALLOWED).build();
    }

    /** Returns the policy in force where both hold: the more restrictive value of each field. */
    public CoursePolicy mostRestrictive(CoursePolicy other) {
        return builder()
                .name(name.equals(other.name) ? name : name + "+" + other.name)
                .tutorEnabled(tutorEnabled && other.tutorEnabled)
                .maxHelpLevel(maxHelpLevel.cappedBy(other.maxHelpLevel))
                .blockCompleteSolutions(blockCompleteSolutions || other.blockCompleteSolutions)
                .requireJustification(requireJustification || other.requireJustification)
                .allowCodeSnippets(allowCodeSnippets && other.allowCodeSnippets)
                .allowEscalation(allowEscalation && other.allowEscalation)
                .escalateAfter(Math.max(escalateAfter, other.escalateAfter))
                .dependencyAlert(Math.min(dependencyAlert, other.dependencyAlert))
                .dataPolicy(dataPolicy.strictest(other.dataPolicy))
                .build();
    }

    /** Returns the name, for people and traces. */
    public String name() {
        return name;
    }

    /** Returns whether the tutor answers at all; default true. */
    public boolean tutorEnabled() {
        return tutorEnabled;
    }

    /** Returns the highest help level; default {@link HelpLevel#STRATEGY}. */
    public HelpLevel maxHelpLevel() {
        return maxHelpLevel;
    }

    /** Returns whether a request for a finished solution is declined outright; default true. */
    public boolean blockCompleteSolutions() {
        return blockCompleteSolutions;
    }

    /** Returns whether the tutor asks for a justification; default true. */
    public boolean requireJustification() {
        return requireJustification;
    }

    /** Returns whether level 4 may show code fragments; default false. */
    public boolean allowCodeSnippets() {
        return allowCodeSnippets;
    }

    /** Returns whether repeated frustration is handed to a person; default true. */
    public boolean allowEscalation() {
        return allowEscalation;
    }

    /** Returns at which message of frustration within a session a person is called, 1 to 20; default 3. */
    public int escalateAfter() {
        return escalateAfter;
    }

    /** Returns the mean AI involvement, 0 to 1, above which help goes down and a teacher is alerted; default 0.6. */
    public double dependencyAlert() {
        return dependencyAlert;
    }

    /** Returns how far a question may travel; default {@link DataPolicy#LOCAL_ONLY}. */
    public DataPolicy dataPolicy() {
        return dataPolicy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoursePolicy policy && toString().equals(policy.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "CoursePolicy[" + name + ", tutorEnabled=" + tutorEnabled + ", maxHelpLevel=" + maxHelpLevel.number()
                + ", blockCompleteSolutions=" + blockCompleteSolutions + ", requireJustification="
                + requireJustification
                + ", allowCodeSnippets=" + allowCodeSnippets + ", allowEscalation=" + allowEscalation
                + ", escalateAfter="
                + escalateAfter + ", dependencyAlert=" + dependencyAlert + ", dataPolicy=" + dataPolicy.value() + "]";
    }

    /** Collects the fields of a policy; each may be set once. Not thread-safe. */
    public static final class Builder {
        private final @Nullable CoursePolicy base;
        private @Nullable String name;
        private @Nullable Boolean tutorEnabled;
        private @Nullable HelpLevel maxHelpLevel;
        private @Nullable Boolean blockCompleteSolutions;
        private @Nullable Boolean requireJustification;
        private @Nullable Boolean allowCodeSnippets;
        private @Nullable Boolean allowEscalation;
        private @Nullable Integer escalateAfter;
        private @Nullable Double dependencyAlert;
        private @Nullable DataPolicy dataPolicy;

        private Builder() {
            base = null;
        }

        private Builder(CoursePolicy base) {
            this.base = base;
        }

        /** Sets the name; default "custom". */
        public Builder name(String value) {
            name = once("name", name, value);
            return this;
        }

        /** Sets {@link CoursePolicy#tutorEnabled()}. */
        public Builder tutorEnabled(boolean value) {
            tutorEnabled = once("tutorEnabled", tutorEnabled, value);
            return this;
        }

        /** Sets {@link CoursePolicy#maxHelpLevel()}. */
        public Builder maxHelpLevel(HelpLevel value) {
            maxHelpLevel = once("maxHelpLevel", maxHelpLevel, value);
            return this;
        }

        /** Sets {@link CoursePolicy#blockCompleteSolutions()}. */
        public Builder blockCompleteSolutions(boolean value) {
            blockCompleteSolutions = once("blockCompleteSolutions", blockCompleteSolutions, value);
            return this;
        }

        /** Sets {@link CoursePolicy#requireJustification()}. */
        public Builder requireJustification(boolean value) {
            requireJustification = once("requireJustification", requireJustification, value);
            return this;
        }

        /** Sets {@link CoursePolicy#allowCodeSnippets()}. */
        public Builder allowCodeSnippets(boolean value) {
            allowCodeSnippets = once("allowCodeSnippets", allowCodeSnippets, value);
            return this;
        }

        /** Sets {@link CoursePolicy#allowEscalation()}. */
        public Builder allowEscalation(boolean value) {
            allowEscalation = once("allowEscalation", allowEscalation, value);
            return this;
        }

        /** Sets {@link CoursePolicy#escalateAfter()}. */
        public Builder escalateAfter(int value) {
            escalateAfter = once("escalateAfter", escalateAfter, value);
            return this;
        }

        /** Sets {@link CoursePolicy#dataPolicy()}. */
        public Builder dataPolicy(DataPolicy value) {
            dataPolicy = once("dataPolicy", dataPolicy, value);
            return this;
        }

        /** Sets {@link CoursePolicy#dependencyAlert()}. */
        public Builder dependencyAlert(double value) {
            dependencyAlert = once("dependencyAlert", dependencyAlert, value);
            return this;
        }

        /**
         * Builds the policy.
         *
         * @throws ConfigurationException with every value that is out of range
         */
        public CoursePolicy build() {
            if (base != null) {
                inherit(base);
            }
            new Faults()
                    .require(name == null || !name.isBlank(), "name", "not be blank", name, "name the policy")
                    .require(
                            escalateAfter == null || (escalateAfter >= 1 && escalateAfter <= 20),
                            "escalateAfter",
                            "be from 1 to 20",
                            escalateAfter,
                            "use 3 if in doubt")
                    .require(
                            dependencyAlert == null || (dependencyAlert >= 0 && dependencyAlert <= 1),
                            "dependencyAlert",
                            "be from 0 to 1",
                            dependencyAlert,
                            "use 0.6 if in doubt")
                    .throwIfAny();
            return new CoursePolicy(this);
        }

        private void inherit(CoursePolicy from) {
            name = Objects.requireNonNullElse(name, from.name);
            tutorEnabled = Objects.requireNonNullElse(tutorEnabled, from.tutorEnabled);
            maxHelpLevel = Objects.requireNonNullElse(maxHelpLevel, from.maxHelpLevel);
            blockCompleteSolutions = Objects.requireNonNullElse(blockCompleteSolutions, from.blockCompleteSolutions);
            requireJustification = Objects.requireNonNullElse(requireJustification, from.requireJustification);
            allowCodeSnippets = Objects.requireNonNullElse(allowCodeSnippets, from.allowCodeSnippets);
            allowEscalation = Objects.requireNonNullElse(allowEscalation, from.allowEscalation);
            escalateAfter = Objects.requireNonNullElse(escalateAfter, from.escalateAfter);
            dependencyAlert = Objects.requireNonNullElse(dependencyAlert, from.dependencyAlert);
            dataPolicy = Objects.requireNonNullElse(dataPolicy, from.dataPolicy);
        }
    }
}
