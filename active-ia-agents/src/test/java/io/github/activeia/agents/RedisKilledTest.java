package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.session.RedisSessionStore;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.cache.RedisCache;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.RedisBudgetStore;
import io.github.activeia.core.cost.Scope;
import io.github.activeia.core.cost.Window;
import io.github.activeia.core.limit.Rate;
import io.github.activeia.core.limit.RateLimits;
import io.github.activeia.core.limit.RedisRateLimiter;
import io.github.activeia.core.limit.SharedLimiterSettings;
import io.github.activeia.core.testing.OwnRedis;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.TraceStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions, cache, rates and budgets are in one Redis, which is killed in the middle of a conversation. */
class RedisKilledTest {
    private static final String HELPFUL =
            "El apunte dice que «La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]. "
                    + "¿Qué pasa cuando la clave llega a la primera posición, y cómo lo comprobarías?";

    private final OwnRedis redis = OwnRedis.start();
    private final RedisSessionStore sessions = RedisSessionStore.connect(redis.uri());
    private final RedisCache cache = RedisCache.connect(redis.uri());
    private final RedisBudgetStore spent = RedisBudgetStore.connect(redis.uri());
    private final RedisRateLimiter limiter = RedisRateLimiter.open(
            redis.uri(),
            SharedLimiterSettings.builder()
                    .limits(RateLimits.builder().student(Rate.perMinute(1_000)).build())
                    .build(),
            Clock.systemUTC());

    @AfterEach
    void close() {
        limiter.close();
        spent.close();
        cache.close();
        sessions.close();
        redis.close();
    }

    @Test
    void loses_no_reply_when_redis_is_killed_and_comes_back() {
        ActiveIa tutor = tutor();
        List<Reply> replies = new ArrayList<>();

        replies.addAll(ask(tutor, 8));
        redis.kill();
        replies.addAll(ask(tutor, 8));
        redis.restart();
        replies.addAll(ask(tutor, 8));

        assertThat(replies).hasSize(24).extracting(Reply::outcome).containsOnly(Outcome.ANSWERED);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.citations()).isNotEmpty());
    }

    private static List<Reply> ask(ActiveIa tutor, int times) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            replies.add(tutor.ask(
                    Question.of("¿Qué es el invariante de inserción?").by("ana").in("algoritmos")));
        }
        return replies;
    }

    private ActiveIa tutor() {
        Budget budget = Budget.builder().requests(1_000).window(Window.DAY).build();
        return ActiveIa.builder()
                .knowledge(FixedKnowledge.of(Passages.insertion()))
                .course(new CourseId("algoritmos"))
                .llm(ScriptedModel.always(HELPFUL))
                .sessions(sessions)
                .cache(cache)
                .rateLimiter(limiter)
                .budgets(Budgets.builder()
                        .per(Scope.STUDENT, budget)
                        .store(spent)
                        .build())
                .traces(TraceStore.none())
                .build();
    }
}
