package io.github.activeia.rag.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    @ParameterizedTest
    @CsvSource({
        "pista, pistas",
        "Hint, hints",
        "pístas, pistas",
        "tipos, tipo",
        "tiop, tipo",
        "diffculty, difficulty",
        "contenttype, content_type",
        "content type, content_type",
        "lang, language",
        "dific, dificultad",
        "activ, activity",
    })
    void tells_which_key_a_misspelt_one_looks_like(String key, String meant) {
        assertThat(KnownKeys.FRONT_MATTER.misspelt(key))
                .contains("its key " + key + " is not read, but looks like " + meant + " — if that is meant, write "
                        + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Título",
                "tipo-contenido",
                " Pistas ",
                "HINTS",
                "author",
                "date",
                "tags",
                "layout",
                "description",
                "slug",
                "id",
                "ti",
                "",
                "hints_of_others",
                "category",
                "keywords",
                "type",
                "toc"
            })
    void says_nothing_of_a_key_that_is_read_or_is_another_word(String key) {
        assertThat(KnownKeys.FRONT_MATTER.misspelt(key)).isEmpty();
    }

    @Test
    void keeps_a_long_key_on_one_short_line() {
        String key = "una clave\nlarga ".repeat(20);

        assertThat(KnownKeys.UNIT.unknown(key, " in units").orElseThrow())
                .startsWith("its key una clave larga una clave larga")
                .endsWith("… in units is not read — use one of id, folder, carpeta, title, titulo, or take it out")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }
}
