package io.github.activeia.rag.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {
    private final TextAnalysis spanish = TextAnalysis.of("es");

    @ParameterizedTest
    @CsvSource({
        "inserción, insercion",
        "INSERCIÓN, inserciones",
        "árbol, arboles",
        "análisis, ANALISIS",
        "año, ano",
        "función, funciones",
        "fácil, faciles"
    })
    void accents_case_and_number_do_not_matter(String one, String other) {
        assertThat(spanish.terms(one)).isEqualTo(spanish.terms(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"qué es la", "que es la", "¿¡!?", "más también sí"})
    void stop_words_disappear_with_and_without_accents(String text) {
        assertThat(spanish.terms(text)).isEmpty();
    }

    @Test
    void english_is_stemmed_as_english() {
        assertThat(TextAnalysis.of("EN").terms("The functions' calls")).containsExactly("function", "call");
    }

    @Test
    void words_are_kept_whole() {
        assertThat(TextAnalysis.words().terms("¿Qué es la ordenación?"))
                .containsExactly("que", "es", "la", "ordenacion");
    }

    @Test
    void identifiers_are_split_and_numbers_are_not() {
        assertThat(TextAnalysis.words().terms("lista.append(mi_valor, 3.14)"))
                .containsExactly("lista", "append", "mi", "valor", "3.14");
    }

    @Test
    void other_languages_are_not_stemmed() {
        assertThat(TextAnalysis.of("pt").terms("As estruturas")).containsExactly("as", "estruturas");
    }
}
