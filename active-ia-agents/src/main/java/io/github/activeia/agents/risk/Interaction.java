package io.github.activeia.agents.risk;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that was read and answered, as the analysis sees it.
 *
 * @param origin where it belongs
 * @param message what the gatekeeper made of the message
 * @param answer what was answered
 * @param history what is remembered of the student on the activity, this interaction included
 * @param policy in force
 */
public record Interaction(Origin origin, Message message, Answer answer, ActivityState history, CoursePolicy policy) {

    /**
     * What the gatekeeper made of a message.
     *
     * @param intent what the student wants
     * @param risk how risky the message is
     * @param delegates whether it hands over the student's own work
     * @param danger whether a person may be in danger
     * @param signals how many pieces of evidence speak for each kind, such as {@code injection} or {@code own_work}
     * @param text the sanitised message, where its code is looked for
     */
    public record Message(
            CognitiveIntent intent,
            RiskLevel risk,
            boolean delegates,
            boolean danger,
            Map<String, Integer> signals,
            String text) {
        /** Copies the map. */
        public Message {
            signals = Map.copyOf(signals);
        }

        int signals(String kind) {
            return signals.getOrDefault(kind, 0);
        }

        /** Whether it attacks the rules: what is critical and no danger is nothing else. */
        boolean attacks() {
            return risk == RiskLevel.CRITICAL && (!danger || signals("injection") > 0);
        }

        /** Leaves the text out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Message[intent=" + intent + ", risk=" + risk + ", delegates=" + delegates + ", danger=" + danger
                    + ", signals=" + signals + "]";
        }
    }

    /**
     * What was answered.
     *
     * @param author who wrote
     * @param mode how the tutor spoke, or null where it did not
     * @param citations how many passages it cites
     * @param involvement the AI involvement of this reply, 0 to 1, or null where it was not measured
     * @param findings what safety found in all drafts, shown or not
     * @param text what was shown, where its code is looked for
     */
    public record Answer(
            Author author,
            @Nullable TutorMode mode,
            int citations,
            @Nullable Double involvement,
            List<Finding> findings,
            String text) {
        /** Checks the involvement and copies the list. */
        public Answer {
            if (involvement != null && !(involvement >= 0 && involvement <= 1)) {
                throw new InvalidValueException(
                        "involvement", "be from 0 to 1", involvement, "leave it out where it was not measured");
            }
            findings = List.copyOf(findings);
        }

        /** Leaves the text out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Answer[author=" + author + ", mode=" + mode + ", citations=" + citations + ", involvement="
                    + involvement + ", findings=" + findings + "]";
        }
    }

    /** Who wrote a reply. */
    public enum Author {
        /** A model, from the material of the course. */
        MODEL,

        /** A model, from general knowledge, because the course is silent. */
        GENERAL_MODEL,

        /** Templates, which quote the material and ask. */
        TEMPLATES,

        /** Nobody: the message was blocked, or handed to a person. */
        NOBODY
    }

    /**
     * What safety found in a draft.
     *
     * @param rule the id of the check
     * @param verdict what it asked for
     * @param dimension which risk it is
     */
    public record Finding(String rule, Verdict verdict, RiskDimension dimension) {}
}
