package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.RedisExtension;
import io.github.activeia.core.testing.TestRedis;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPooled;

@ExtendWith(RedisExtension.class)
class RedisCacheTest extends CacheContract {
    /** A test machine may be busy: that it is quick is not what is tested here. */
    private static final GuardSettings PATIENT = GuardSettings.builder()
            .timeLimit(Duration.ofSeconds(20))
            .maxConcurrentCalls(16)
            .build();

    private TestRedis redis;
    private RedisCache cache;

    @BeforeEach
    void open(TestRedis found) {
        redis = found;
        cache = RedisCache.connect(found.uri(), found.keyPrefix(), PATIENT);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time, CacheKey key) {
        Awaitility.await().until(() -> cache.get(key).isEmpty());
    }

    @Test
    void has_the_prefix_and_a_time_to_live_when_a_value_is_put() {
        CacheKey key = key();
        try (JedisPooled client = new JedisPooled(redis.uri())) {

            cache.put(key, bytes("one"), Duration.ofMinutes(10));

            assertThat(client.pttl(redis.keyPrefix() + key.value())).isBetween(1L, 600_000L);
        }
    }

    @Test
    void shares_values_when_nodes_have_the_same_prefix() {
        CacheKey key = key();
        cache.put(key, bytes("one"), Duration.ofMinutes(10));

        try (RedisCache node = RedisCache.connect(redis.uri(), redis.keyPrefix(), PATIENT);
                RedisCache stranger = RedisCache.connect(redis.uri(), redis.keyPrefix() + "other:", PATIENT)) {
            assertThat(node.get(key)).hasValue(bytes("one"));
            assertThat(stranger.get(key)).isEmpty();
        }
    }

    @Test
    void leaves_the_client_open_when_the_host_brought_it() {
        CacheKey key = key();
        try (JedisPooled client = new JedisPooled(redis.uri())) {
            RedisCache over = RedisCache.over(client, redis.keyPrefix(), PATIENT);
            over.put(key, bytes("one"), Duration.ofMinutes(10));

            over.close();

            assertThat(over.get(key)).isEmpty();
            assertThat(client.get((redis.keyPrefix() + key.value()).getBytes(StandardCharsets.US_ASCII)))
                    .endsWith(bytes("one"));
        }
    }

    @Test
    void contacts_nobody_when_it_is_connected() {
        try (RedisCache nobody = RedisCache.connect(URI.create("redis://localhost"))) {
            assertThat(nobody.available()).isTrue();
            assertThat(nobody.writable()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:hush@localhost", "redis:hush", "redis://:hush@", "localhost"})
    void does_not_repeat_the_uri_when_it_is_not_one_of_redis(String uri) {
        assertThatThrownBy(() -> RedisCache.connect(URI.create(uri.replace("@", "@/"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("redis URI must be a Redis URL with a host")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ñ:", "{tag}"})
    void refuses_a_prefix_when_it_has_other_characters(String prefix) {
        assertThatThrownBy(() -> RedisCache.connect(redis.uri(), prefix, PATIENT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("keyPrefix must be");
    }

    /** Loaded without Jedis; not by reflection on the cache, which would want the types of all its methods. */
    static final class Connecting implements Runnable {
        @Override
        public void run() {
            RedisCache.connect(URI.create("redis://localhost")).close();
        }
    }

    @Test
    void names_the_artifact_when_jedis_is_missing() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = withoutJedis()) {
            var constructor = loader.loadClass(Connecting.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            Runnable connecting = (Runnable) constructor.newInstance();

            Throwable thrown = catchThrowable(connecting::run);

            assertThat(thrown.getClass().getSimpleName()).isEqualTo("ConfigurationException");
            assertThat(thrown).hasMessageContaining("add the artifact redis.clients:jedis");
        }
    }

    private static URLClassLoader withoutJedis() {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(file -> !file.getName().startsWith("jedis-"))
                .map(RedisCacheTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
