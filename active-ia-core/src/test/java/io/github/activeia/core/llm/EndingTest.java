package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {
    @ParameterizedTest
    @EnumSource
    void is_explained_where_the_exception_sends_its_reader(Ending ending) throws IOException {
        String models = Files.readString(Path.of("..", "docs", "models.md"));

        assertThat(models).contains("`" + ending.word() + "`");
    }
}
