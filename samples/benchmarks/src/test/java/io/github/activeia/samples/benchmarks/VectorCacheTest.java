package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
    private static final List<String> TEXTS = List.of("uno dos", "tres");

    private final List<Integer> embedded = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void embeds_nothing_when_the_texts_are_known() {
        VectorCache cache = new VectorCache(folder, MadeUp.model());

        List<float[]> first = cache.passages(TEXTS, embedded::add);
        List<float[]> second = cache.passages(TEXTS, embedded::add);

        assertThat(embedded).containsExactly(2);
        assertThat(second).hasSize(2);
        assertThat(second.get(1)).containsExactly(first.get(1));
    }

    @Test
    void embeds_again_when_a_text_is_another_one_or_a_question() {
        VectorCache cache = new VectorCache(folder, MadeUp.model());

        cache.passages(TEXTS, embedded::add);
        cache.passages(List.of("uno", "dos tres"), embedded::add);
        cache.questions(TEXTS, embedded::add);

        assertThat(embedded).containsExactly(2, 2, 2);
    }

    @Test
    void goes_on_where_it_stopped_when_a_run_was_interrupted() throws IOException {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "palabra" + i).toList();
        VectorCache cache = new VectorCache(folder, MadeUp.model());
        List<float[]> whole = cache.passages(many, embedded::add);
        try (Stream<Path> files = Files.list(folder);
                FileChannel file = FileChannel.open(files.findFirst().orElseThrow(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() * 7 / 10 + 1);
        }

        List<float[]> again = cache.passages(many, embedded::add);

        assertThat(embedded).containsExactly(64, 100, 100);
        assertThat(again).hasSize(100);
        assertThat(again.get(99)).containsExactly(whole.get(99));
        assertThat(again.get(70)).containsExactly(whole.get(70));
    }
}
