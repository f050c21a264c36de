package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Secret;
import io.github.activeia.core.StudentId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PseudonymizerTest {
    static final Secret KEY = Secret.of("0123456789abcdef0123456789abcdef");
    static final StudentId ANA = new StudentId("alumna-7");
    private static final StudentId BEA = new StudentId("alumna-8");

    @Test
    void pseudonym_stays_when_it_is_asked_again() {
        Pseudonymizer pseudonyms = Pseudonymizer.of(KEY, SaltStore.inMemory());

        StudentId first = pseudonyms.pseudonymOf(ANA);

        assertThat(pseudonyms.pseudonymOf(ANA)).isEqualTo(first);
        assertThat(pseudonyms.pseudonymOf(BEA)).isNotEqualTo(first);
        assertThat(first.value()).matches("[0-9a-f]{64}");
    }

    @Test
    void pseudonym_is_another_when_the_student_was_forgotten() {
        Pseudonymizer pseudonyms = Pseudonymizer.of(KEY, SaltStore.inMemory());
        StudentId before = pseudonyms.pseudonymOf(ANA);
        StudentId neighbour = pseudonyms.pseudonymOf(BEA);

        pseudonyms.forget(ANA);

        assertThat(pseudonyms.pseudonymOf(ANA)).isNotEqualTo(before);
        assertThat(pseudonyms.pseudonymOf(BEA)).isEqualTo(neighbour);
    }

    @Test
    void tenants_have_other_pseudonyms_when_they_share_a_store() {
        SaltStore salts = SaltStore.inMemory();
        Pseudonymizer one = Pseudonymizer.of(KEY, salts);
        Pseudonymizer other = Pseudonymizer.of(Secret.of("another-key-another-key-another-key"), salts);
        StudentId before = one.pseudonymOf(ANA);

        other.forget(ANA);

        assertThat(other.pseudonymOf(ANA)).isNotEqualTo(before);
        assertThat(one.pseudonymOf(ANA)).isEqualTo(before);
    }

    @Test
    void one_pseudonym_is_given_when_two_threads_ask_first() throws Exception {
        Pseudonymizer pseudonyms = Pseudonymizer.of(KEY, SaltStore.inMemory());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<StudentId> ask = () -> {
                start.await();
                return pseudonyms.pseudonymOf(ANA);
            };
            List<Future<StudentId>> answers = List.of(threads.submit(ask), threads.submit(ask));

            start.countDown();

            assertThat(Set.of(answers.get(0).get(30, TimeUnit.SECONDS)))
                    .containsExactly(answers.get(1).get(30, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void key_is_refused_when_it_is_short() {
        assertThatThrownBy(() -> Pseudonymizer.of(Secret.of("short-key"), SaltStore.inMemory()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("key must have at least 32 bytes, but was 9 bytes")
                .hasMessageNotContaining("short-key");
    }
}
