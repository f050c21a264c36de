package io.github.activeia.agents.risk;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RiskDimension;

/**
 * Something that a person should look at. It holds ids and numbers, and never what a student wrote. No alert is a judgement of a student.
 *
 * @param severity how urgent it is
 * @param dimension which risk it is; danger to a person counts as governance, because an institution has to act, and raises no score
 * @param code what happened, such as {@link #DEPENDENCY}
 * @param evidence a sentence with numbers, in English
 * @param audience who should look
 * @param origin whom and what it is about, and when
 */
public record Alert(
        Severity severity, RiskDimension dimension, String code, String evidence, Audience audience, Origin origin) {
    /** The mean AI involvement on the activity is above the policy's {@code dependencyAlert}. */
    public static final String DEPENDENCY = "dependency";

    /** The student hands over the work again and again. */
    public static final String REPEATED_DELEGATION = "repeated_delegation";

    /** A message tries to change, bypass or extract the rules. */
    public static final String ATTACK = "attack";

    /** A person may be in danger. */
    public static final String DANGER = "danger";

    /** A draft of the tutor gave a solution away; safety stopped it. */
    public static final String LEAK_ATTEMPT = "leak_attempt";

    /** A model answered without a citation, or with one that the material does not bear out. */
    public static final String UNCITED_CLAIMS = "uncited_claims";

    /** The code of the student or of the reply is insecure. */
    public static final String INSECURE_CODE = "insecure_code";

    /** Checks that the code is not blank. */
    public Alert {
        if (code.isBlank()) {
            throw new InvalidValueException("code", "not be blank", code, "name what happened");
        }
    }

    /** How urgent an alert is; ordered. */
    public enum Severity {
        /** Good to know. */
        INFO("informativa"),

        /** Worth a look soon. */
        WARNING("advertencia"),

        /** Look now. */
        CRITICAL("critica");

        private final String value;

        Severity(String value) {
            this.value = value;
        }

        /** Returns the Spanish word that is stored and shown. */
        public String value() {
            return value;
        }
    }

    /** Who should look at an alert. */
    public enum Audience {
        /** Who teaches the course. */
        TEACHER("docente"),

        /** Who answers for the tutor: its rules, its models, its security. */
        GOVERNANCE("gobernanza"),

        /** Who looks after people. */
        WELFARE("bienestar");

        private final String value;

        Audience(String value) {
            this.value = value;
        }

        /** Returns the Spanish word that is stored and shown. */
        public String value() {
            return value;
        }
    }
}
