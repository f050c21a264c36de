package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.Activity;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses among the hints that a teacher wrote for an activity, from abstract to specific.
 *
 * <pre>{@code
 * AuthoredHints.next(activity, level, state).ifPresent(next -> use(next.hint().text()));
 * }</pre>
 */
public final class AuthoredHints {
    private AuthoredHints() {}

    /**
     * A hint, and where it stands.
     *
     * @param index its place in the activity's list, from 0: what {@link ActivityState#given(int)} takes
     * @param hint the hint
     */
    public record Next(int index, Hint hint) {}

    /**
     * Returns the next hint that was not given: of those up to a level the most abstract, and of those of one level the first.
     *
     * @param level the highest level that is allowed
     * @param state what was given; hints that a teacher has moved since are taken for those that stand in their place
     */
    public static Optional<Next> next(Activity activity, HelpLevel level, ActivityState state) {
        return IntStream.range(0, activity.hints().size())
                .filter(index -> !state.givenHints().contains(index))
                .mapToObj(index -> new Next(index, activity.hints().get(index)))
                .filter(next -> next.hint().level().compareTo(level) <= 0)
                .min(Comparator.comparing(next -> next.hint().level()));
    }
}
