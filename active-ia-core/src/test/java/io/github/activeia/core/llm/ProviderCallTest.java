package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ProviderCallTest {
    private final AtomicInteger freed = new AtomicInteger();

    @Test
    void gives_its_place_back_once_when_it_is_abandoned_before_it_begins() {
        ProviderCall<String> call = new ProviderCall<>(() -> "late", freed::incrementAndGet);

        call.abandon();
        call.abandon();
        call.run();

        assertThat(freed).hasValue(1);
    }

    @Test
    void gives_its_place_back_only_when_it_has_ended_and_leaves_no_interruption() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            ProviderCall<Boolean> call = new ProviderCall<>(() -> stubborn(begun, release), freed::incrementAndGet);
            thread.execute(call);
            begun.await();

            call.abandon();
            int whileRunning = freed.get();
            release.countDown();
            boolean interrupted =
                    thread.submit(() -> Thread.currentThread().isInterrupted()).get(20, TimeUnit.SECONDS);

            assertThat(whileRunning).isZero();
            assertThat(freed).hasValue(1);
            assertThat(interrupted).isFalse();
        } finally {
            thread.shutdownNow();
        }
    }

    @RepeatedTest(200)
    void gives_its_place_back_once_when_it_is_abandoned_while_it_begins() throws Exception {
        ProviderCall<String> call = new ProviderCall<>(() -> "answer", freed::incrementAndGet);
        Thread runner = new Thread(call);

        runner.start();
        call.abandon();
        runner.join();

        assertThat(freed).hasValue(1);
    }

    private static boolean stubborn(CountDownLatch begun, CountDownLatch release) {
        begun.countDown();
        while (true) {
            try {
                return release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                // Goes on waiting, as a native library does.
            }
        }
    }
}
