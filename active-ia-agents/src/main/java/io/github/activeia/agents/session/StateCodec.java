package io.github.activeia.agents.session;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.cache.CacheCodec;
import io.github.activeia.core.cache.FieldReader;
import io.github.activeia.core.cache.FieldWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** States as bytes: the same state is always the same bytes. */
final class StateCodec {
    private static final int FORMAT = 1;

    static final CacheCodec<SessionState> SESSION = new CacheCodec<>() {
        @Override
        public byte[] encode(SessionState state) {
            return FieldWriter.of(FORMAT)
                    .number(state.turns())
                    .number(state.frustrations())
                    .texts(state.studentMessages())
                    .text(state.tutorQuestion())
                    .bytes();
        }

        @Override
        public SessionState decode(byte[] bytes) {
            FieldReader in = FieldReader.of(FORMAT, bytes);
            return new SessionState(in.number(), in.number(), in.texts(), in.textOrNull());
        }
    };

    static final CacheCodec<ActivityState> ACTIVITY = new CacheCodec<>() {
        @Override
        public byte[] encode(ActivityState state) {
            Instant since = state.waitingSince();
            return FieldWriter.of(FORMAT)
                    .text(state.level().name())
                    .number(state.delegations())
                    .number(state.failedAttempts())
                    .number(state.hints())
                    .number(state.involvement().replies())
                    .real(state.involvement().sum())
                    .text(since == null ? null : since.toString())
                    .bytes();
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
                    instant(in.textOrNull()));
        }
    };

    private StateCodec() {}

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
