package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @Test
    void carries_who_asks_where_when_a_question_is_built_up() {
        Question question = Question.of("¿Qué es una pila?")
                .by("alumna-7")
                .in("algoritmos")
                .on("tp2")
                .during("s-1")
                .speaking(Locale.forLanguageTag("es-AR"));

        assertThat(question)
                .isEqualTo(new Question(
                        "¿Qué es una pila?",
                        new StudentId("alumna-7"),
                        new CourseId("algoritmos"),
                        new ActivityId("tp2"),
                        new SessionId("s-1"),
                        Locale.forLanguageTag("es-AR")));
    }

    @Test
    void keeps_the_text_of_a_question_out_of_its_printed_form() {
        Question question = Question.of("Soy Ana Pérez").by("alumna-7");

        assertThat(question.toString()).contains("13 characters", "alumna-7").doesNotContain("Ana");
    }

    @Test
    void refuses_a_question_that_is_blank_or_endless_without_repeating_it() {
        assertThatThrownBy(() -> Question.of(" \n "))
                .hasMessage("question must have 1 to 100000 characters, not all blank, but was 3 characters"
                        + " — check the text field before you ask");
        assertThatThrownBy(() -> Question.of("x".repeat(Question.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(Question.of("x".repeat(Question.MAX_LENGTH)).text()).hasSize(Question.MAX_LENGTH);
    }

    @Test
    void keeps_the_work_through_whatever_is_added_and_out_of_the_printed_form() {
        Question question = Question.of("¿Va bien?")
                .showing("while (i < n) // de Ana")
                .by("alumna-7")
                .in("algoritmos")
                .on("tp2")
                .during("s-1")
                .speaking(Locale.ENGLISH);

        assertThat(question.work()).isEqualTo("while (i < n) // de Ana");
        assertThat(question.toString()).doesNotContain("while", "Ana");
        assertThat(Question.of("hola").work()).isNull();
    }

    @Test
    void refuses_work_that_is_blank_or_endless_without_repeating_it() {
        Question question = Question.of("¿Va bien?");

        assertThatThrownBy(() -> question.showing("  "))
                .hasMessage("work must have 1 to 100000 characters, not all blank, but was 2 characters"
                        + " — leave it out, or show only the part that the question is about");
        assertThatThrownBy(() -> question.showing("x".repeat(Question.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("xx");
    }

    @Test
    void climbs_help_levels_up_to_the_cap_and_down_to_the_first() {
        assertThat(HelpLevel.ORIENT.up(HelpLevel.SPECIFIC)).isEqualTo(HelpLevel.CONCEPT);
        assertThat(HelpLevel.CONCEPT.up(HelpLevel.CONCEPT)).isEqualTo(HelpLevel.CONCEPT);
        assertThat(HelpLevel.SPECIFIC.up(HelpLevel.CONCEPT)).isEqualTo(HelpLevel.CONCEPT);
        assertThat(HelpLevel.SPECIFIC.up(HelpLevel.SPECIFIC)).isEqualTo(HelpLevel.SPECIFIC);
        assertThat(HelpLevel.CONCEPT.down()).isEqualTo(HelpLevel.ORIENT);
        assertThat(HelpLevel.ORIENT.down()).isEqualTo(HelpLevel.ORIENT);
        assertThat(HelpLevel.SPECIFIC.cappedBy(HelpLevel.STRATEGY)).isEqualTo(HelpLevel.STRATEGY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void refuses_a_help_level_outside_one_to_four(int number) {
        assertThatThrownBy(() -> HelpLevel.of(number))
                .hasMessage("helpLevel must be from 1 to 4, but was " + number + " — use 1 (orient) to 4 (specific)");
    }

    @ParameterizedTest
    @EnumSource(HelpLevel.class)
    void finds_a_help_level_by_its_number(HelpLevel level) {
        assertThat(HelpLevel.of(level.number())).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "teoria, THEORY",
        "Teoría, THEORY",
        "' TEORI\u0301A ', THEORY",
        "theory, THEORY",
        "solución, SOLUTION",
        "SOLUTION, SOLUTION",
        "Transcripción, TRANSCRIPT",
        "faq, FAQ"
    })
    void finds_a_content_type_with_or_without_accents(String word, ContentType type) {
        assertThat(ContentType.of(word)).isEqualTo(type);
    }

    @Test
    void names_the_words_when_a_content_type_is_unknown() {
        assertThatThrownBy(() -> ContentType.of("apunte"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("content_type must be one of teoria, ")
                .hasMessageEndingWith(", but was apunte — correct the word");
    }

    @Test
    void finds_a_difficulty_with_an_accent() {
        assertThat(Difficulty.of("Básico")).isEqualTo(Difficulty.BASIC);
    }

    @Test
    void never_prints_a_secret() {
        Secret secret = Secret.of("sk-123");

        assertThat(secret).hasToString("***").isEqualTo(Secret.of("sk-123"));
        assertThat(secret.reveal()).isEqualTo("sk-123");
        assertThat(String.format("%s", java.util.List.of(secret))).isEqualTo("[***]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sk-123\n", "sk 123"})
    void refuses_a_secret_that_no_header_can_carry(String value) {
        assertThatThrownBy(() -> Secret.of(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("123");
    }

    @Test
    void what_is_not_set_is_said_to_be_missing() {
        assertThatThrownBy(() -> Secret.of(null)).hasMessageContaining("secret must not be blank, but was not set");
        assertThatThrownBy(() -> Question.of(null)).hasMessageContaining("question must be set, but was null");
    }

    @Test
    void labels_a_citation_with_file_page_and_heading() {
        Citation full = new Citation(1, "p-1", "unidad-3/insercion.pdf", "El invariante", 4, "2026-1", null);
        Citation heading = new Citation(2, "p-2", "unidad-3/insercion.md", "El invariante", null, null, "la clave");
        Citation bare = new Citation(3, "p-3", "programa.txt", null, null, null, null);

        assertThat(full.label()).isEqualTo("[1] unidad-3/insercion.pdf, p. 4, «El invariante»");
        assertThat(heading.label()).isEqualTo("[2] unidad-3/insercion.md, «El invariante»");
        assertThat(bare.label()).isEqualTo("[3] programa.txt");
    }

    @Test
    void refuses_a_citation_without_a_number() {
        assertThatThrownBy(() -> new Citation(0, "p", "s", null, null, null, null))
                .hasMessageContaining("be numbered from 1, but was 0");
    }

    @Test
    void says_all_faults_in_one_form_when_several_are_found() {
        Faults faults = new Faults()
                .require(true, "a", "be fine", 1, "nothing")
                .require(false, "limit", "be at least 1", 0, "use 5")
                .require(false, "name", "be set", null, "name it");

        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("limit must be at least 1, but was 0 — use 5\nname must be set, but was null — name it");
        new Faults().require(true, "a", "be fine", 1, "nothing").throwIfAny();
    }

    @Test
    void compares_money_by_its_value() {
        Currency dollar = Currency.getInstance("USD");

        assertThat(new Money(new BigDecimal("0.10"), dollar))
                .isEqualTo(new Money(new BigDecimal("0.1"), dollar))
                .hasToString("0.1 USD");
        assertThat(new Money(new BigDecimal("100"), dollar)).hasToString("100 USD");
        assertThatThrownBy(() -> new Money(new BigDecimal("-1"), dollar)).hasMessageContaining("not be negative");
    }
}
