package io.github.activeia.agents.session;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.cache.CacheCodec;
import io.github.activeia.core.cache.FieldReader;
import io.github.activeia.core.cache.FieldWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States as bytes: the same state is always the same bytes. */
final class StateCodec {
    private static final int FORMAT = 2;

    private static final CacheCodec<SessionState> SESSION = new CacheCodec<>() {
        @Override
        public byte[] encode(SessionState state) {
            FieldWriter out = FieldWriter.of(FORMAT)
                    .number(state.turns())
                    .number(state.messages())
                    .number(state.frustrations())
                    .text(state.tutorQuestion())
                    .number(state.conversation().size());
            state.conversation().forEach(turn -> out.number(turn.number())
                    .text(turn.id())
                    .text(turn.role().name())
                    .text(turn.text())
                    .text(turn.at().toString()));
            return out.bytes();
        }

        @Override
        public SessionState decode(byte[] bytes) {
            FieldReader in = FieldReader.of(FORMAT, bytes);
            int turns = in.number();
            int messages = in.number();
            int frustrations = in.number();
            String question = in.textOrNull();
            List<Turn> conversation = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                conversation.add(new Turn(
                        in.number(), in.text(), Turn.Role.valueOf(in.text()), in.text(), Instant.parse(in.text())));
            }
            return new SessionState(turns, messages, frustrations, conversation, question);
        }
    };

    private static final CacheCodec<ActivityState> ACTIVITY = new CacheCodec<>() {
        @Override
        public byte[] encode(ActivityState state) {
            Instant since = state.waitingSince();
            FieldWriter out = FieldWriter.of(FORMAT)
                    .text(state.level().name())
                    .number(state.delegations())
                    .number(state.failedAttempts())
                    .number(state.hints())
                    .number(state.involvement().replies())
                    .real(state.involvement().sum())
                    .text(since == null ? null : since.toString())
                    .number(state.givenHints().size());
            state.givenHints().forEach(out::number);
            return out.bytes();
        }

        @Override
        public ActivityState decode(byte[] bytes) {
            FieldReader in = FieldReader.of(FORMAT, bytes);
            return new ActivityState(
                    HelpLevel.valueOf(in.text()),
                    in.number(),
                    in.number(),
                    in.number(),
                    new ActivityState.Involvement(in.number(), in.real()),
                    instant(in.textOrNull()),
                    numbers(in));
        }
    };

    static final StateKind<SessionState> SESSIONS = new StateKind<>(SessionState.class, SESSION, SessionState.fresh());

    static final StateKind<ActivityState> ACTIVITIES =
            new StateKind<>(ActivityState.class, ACTIVITY, ActivityState.fresh());

    private StateCodec() {}

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static List<Integer> numbers(FieldReader in) {
        List<Integer> numbers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            numbers.add(in.number());
        }
        return numbers;
    }
}
