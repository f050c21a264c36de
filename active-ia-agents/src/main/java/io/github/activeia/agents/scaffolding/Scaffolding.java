package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves the help level. It starts at {@link HelpLevel#ORIENT} and moves by one at most per message: down when the student got
 * ahead, took more than five hints, or leaned on the models more than the policy likes; up when three attempts failed or five
 * minutes went by without progress; never because the student insists, and never above the policy's cap.
 *
 * <p>How far the student has come with the topic is advice that can only hold help back: where a topic is {@linkplain
 * TopicProgress#mastered() mastered}, time alone raises nothing. It never raises a level by itself.
 *
 * <p>Attempts and minutes are counted since help last went up (the last <em>new</em> hint: a reply at the same level would
 * otherwise reset what it answers, and attempts that are told by message could never add up to three). Pure and thread-safe.
 */
public final class Scaffolding {
    /** How many failed attempts raise the level. */
    public static final int ATTEMPTS = 3;

    /** How many hints are fine; one more lowers the level. */
    public static final int HINTS = 5;

    /** How long without progress raises the level. */
    public static final Duration WAIT = Duration.ofMinutes(5);

    /** A mean needs this many measured replies: after one, a single long answer would lower the level. */
    public static final int MEASURED = 3;

    static final String FAILED_ATTEMPTS = "failed_attempts";

    private Scaffolding() {}

    /**
     * What a happening is judged by.
     *
     * @param policy in force
     * @param now the time
     * @param progress how far the student has come with the topic, or null where that is not known
     */
    public record Circumstances(CoursePolicy policy, Instant now, @Nullable TopicProgress progress) {}

    /** Returns what a happening does to a state, where nothing is known of the topic. */
    public static LevelChange after(Happening happening, ActivityState state, CoursePolicy policy, Instant now) {
        return after(happening, state, new Circumstances(policy, now, null));
    }

    /** Returns what a happening does to a state. */
    public static LevelChange after(Happening happening, ActivityState state, Circumstances circumstances) {
        CoursePolicy policy = circumstances.policy();
        Instant now = circumstances.now();
        ActivityState begun = state.begun(now);
        ActivityState seen = happening == Happening.FAILED_ATTEMPT ? begun.failed() : begun;
        if (happening == Happening.PROGRESS) {
            return lower(seen, now, policy, "progress", "the student got ahead or explained the reasoning");
        }
        if (seen.hints() > HINTS) {
            return lower(seen, now, policy, "many_hints", "more than " + HINTS + " hints were taken");
        }
        if (dependent(seen, policy)) {
            return lower(seen, now, policy, "ai_involvement", "the mean AI involvement passed the policy's alert");
        }
        return maybeRaise(seen, circumstances);
    }

    private static LevelChange maybeRaise(ActivityState state, Circumstances circumstances) {
        CoursePolicy policy = circumstances.policy();
        Instant now = circumstances.now();
        if (state.failedAttempts() >= ATTEMPTS) {
            return raise(state, now, policy, FAILED_ATTEMPTS, ATTEMPTS + " attempts failed since help last went up");
        }
        boolean waited = waited(state, now).compareTo(WAIT) >= 0;
        String minutes = WAIT.toMinutes() + " minutes went by without progress";
        TopicProgress progress = circumstances.progress();
        if (waited && progress != null && progress.mastered()) {
            String why =
                    minutes + ", but the topic is mastered (" + progress.inWords() + "), so time alone raises nothing";
            return stay(state, policy, "waiting_held", why);
        }
        return waited
                ? raise(state, now, policy, "waiting", minutes)
                : stay(state, policy, "steady", "nothing happened that moves the level");
    }

    private static LevelChange stay(ActivityState state, CoursePolicy policy, String rule, String why) {
        HelpLevel level = state.level().cappedBy(policy.maxHelpLevel());
        return new LevelChange(level, level, rule, why, state);
    }

    private static LevelChange raise(ActivityState state, Instant now, CoursePolicy policy, String rule, String why) {
        HelpLevel before = state.level().cappedBy(policy.maxHelpLevel());
        HelpLevel after = before.up(policy.maxHelpLevel());
        String capped = after == before ? "; the policy's cap holds" : "";
        return new LevelChange(before, after, rule, why + capped, state.raised(after, now));
    }

    private static LevelChange lower(ActivityState state, Instant now, CoursePolicy policy, String rule, String why) {
        HelpLevel before = state.level().cappedBy(policy.maxHelpLevel());
        return new LevelChange(before, before.down(), rule, why, state.lowered(before.down(), now));
    }

    private static boolean dependent(ActivityState state, CoursePolicy policy) {
        return state.involvement().replies() >= MEASURED && state.involvement().mean() > policy.dependencyAlert();
    }

    private static Duration waited(ActivityState state, Instant now) {
        Instant since = state.waitingSince();
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }
}
