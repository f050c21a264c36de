package io.github.activeia.rag.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingProfileTest {
    @Test
    void carries_its_prefixes_when_the_model_wants_them() {
        EmbeddingProfile e5 = EmbeddingProfile.e5Small();
        EmbeddingProfile nomic = EmbeddingProfile.nomicEmbedText();
        EmbeddingProfile bge = EmbeddingProfile.bgeSmallEnglish();

        assertThat(e5.queryPrefix() + "|" + e5.passagePrefix()).isEqualTo("query: |passage: ");
        assertThat(nomic.queryPrefix() + "|" + nomic.passagePrefix()).isEqualTo("search_query: |search_document: ");
        assertThat(bge.queryPrefix()).startsWith("Represent this sentence");
        assertThat(bge.passagePrefix()).isEmpty();
        assertThat(bge.pooling()).isEqualTo(Pooling.CLS);
    }

    @Test
    void keeps_the_model_dimension_when_it_is_truncated() {
        EmbeddingProfile short256 = EmbeddingProfile.nomicEmbedText().truncatedTo(256);

        assertThat(short256.dimension()).isEqualTo(256);
        assertThat(short256.modelDimension()).isEqualTo(768);
        assertThat(short256.modelId()).isEqualTo("nomic-embed-text@256");
    }

    @Test
    void refuses_a_truncation_that_the_model_was_not_trained_for() {
        EmbeddingProfile nomic = EmbeddingProfile.nomicEmbedText();

        assertThatThrownBy(() -> nomic.truncatedTo(300))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("dimension must be 512, 256, 128 or 64")
                .hasMessageContaining("but was 300");
        assertThatThrownBy(() -> nomic.truncatedTo(256).truncatedTo(512)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void names_every_fault_when_several_values_are_wrong() {
        assertThatThrownBy(() -> new EmbeddingProfile(" ", 0, "", "", 1, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("modelId must not be blank")
                .hasMessageContaining("dimension must be from 1 to 16384, but was 0")
                .hasMessageContaining("maxTokens must be at least 32, but was 1");
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_a_dimension_and_a_length_when_the_model_is_known(EmbeddingProfile profile, int dimension, int tokens) {
        assertThat(profile.dimension()).isEqualTo(dimension);
        assertThat(profile.modelDimension()).isEqualTo(dimension);
        assertThat(profile.maxTokens()).isEqualTo(tokens);
        assertThat(profile.normalise()).isTrue();
    }

    static Stream<Object[]> known() {
        return Stream.of(
                new Object[] {EmbeddingProfile.e5Small(), 384, 512},
                new Object[] {EmbeddingProfile.multilingualE5Small(), 384, 512},
                new Object[] {EmbeddingProfile.multilingualE5Base(), 768, 512},
                new Object[] {EmbeddingProfile.multilingualE5Large(), 1024, 512},
                new Object[] {EmbeddingProfile.bgeBaseEnglish(), 768, 512},
                new Object[] {EmbeddingProfile.bgeLargeEnglish(), 1024, 512},
                new Object[] {EmbeddingProfile.allMiniLm(), 384, 256},
                new Object[] {EmbeddingProfile.mistralEmbed(), 1024, 8192});
    }
}
