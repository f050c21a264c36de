package io.github.activeia.agents.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.testing.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @ValueSource(strings = {"tutor", "fallback", "gateway", "place"})
    void has_the_same_slots_and_places_in_every_language(String name) {
        Texts texts = Texts.named(name);

        Set<String> slots = texts.slots(Languages.NEUTRAL);

        assertThat(texts.slots(Languages.VOSEO)).isEqualTo(slots);
        assertThat(texts.slots(Languages.ENGLISH)).isEqualTo(slots);
        for (String slot : slots) {
            assertThat(places(texts, slot, Languages.ENGLISH))
                    .as(slot)
                    .isEqualTo(places(texts, slot, Languages.NEUTRAL));
            assertThat(places(texts, slot, Languages.VOSEO)).as(slot).isEqualTo(places(texts, slot, Languages.NEUTRAL));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutor", "fallback", "gateway"})
    void never_mixes_tuteo_and_voseo(String name) {
        Texts texts = Texts.named(name);

        for (Locale locale : Languages.all()) {
            assertThat(all(texts, locale))
                    .allSatisfy(text ->
                            assertThat(Address.wrong(text, locale)).as(text).isEmpty());
        }
    }

    @Test
    void hears_how_a_text_addresses() {
        assertThat(Address.wrong("Contame qué notás.", Languages.NEUTRAL)).hasSize(2);
        assertThat(Address.wrong("Cuéntame qué sabes. Mira esto.", Languages.VOSEO))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutor", "fallback", "gateway"})
    void opens_every_spanish_question_and_quotation(String name) {
        Texts texts = Texts.named(name);

        for (Locale locale : List.of(Languages.NEUTRAL, Languages.VOSEO)) {
            assertThat(all(texts, locale)).allSatisfy(text -> {
                assertThat(count(text, '¿')).as(text).isEqualTo(count(text, '?'));
                assertThat(count(text, '«')).as(text).isEqualTo(count(text, '»'));
            });
        }
    }

    @Test
    void refuses_to_finish_a_sentence_with_an_empty_place() {
        assertThatThrownBy(() -> new Phrase("Estás en {place}.").text()).hasMessageContaining("place");
    }

    @Test
    void takes_braces_of_a_value_as_they_are() {
        String text = new Phrase("Dice {quote}.").with("quote", "f(x) {place}").text();

        assertThat(text).isEqualTo("Dice f(x) {place}.");
    }

    @Test
    void turns_to_the_next_variant_with_each_turn() {
        Texts texts = Texts.named("tutor");

        List<String> seen = List.of(0, 1, 2).stream()
                .map(turn -> texts.phrase("invite.guide", Languages.NEUTRAL, new Variation(7, turn))
                        .template())
                .toList();

        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void says_what_was_not_said_yet_and_then_what_was_said_longest_ago() {
        Texts texts = Texts.named("gateway");
        List<String> said = new ArrayList<>();

        for (int turn = 0; turn < 9; turn++) {
            said.add(texts.fresh("block.ask", Languages.VOSEO, new Variation(5, turn * 3), said)
                    .template());
        }

        assertThat(said.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(said.subList(3, 6)).isEqualTo(said.subList(0, 3));
        assertThat(said.subList(6, 9)).isEqualTo(said.subList(0, 3));
    }

    @Test
    void knows_again_what_was_said_with_its_places_filled() {
        Texts texts = Texts.named("tutor");
        List<String> said = new ArrayList<>();

        for (int turn = 0; turn < 3; turn++) {
            said.add(texts.fresh("open.guide", Languages.VOSEO, new Variation(5, turn * 3), said)
                    .with("place", "*Colas* (Unidad " + turn + ")")
                    .text());
        }

        assertThat(said.stream().map(text -> text.replaceAll("\\d", ""))).doesNotHaveDuplicates();
    }

    private static Set<String> places(Texts texts, String slot, Locale locale) {
        return texts.variants(slot, locale).stream()
                .flatMap(text -> PLACE.matcher(text).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(Texts texts, Locale locale) {
        return texts.slots(locale).stream()
                .flatMap(slot -> texts.variants(slot, locale).stream())
                .toList();
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }
}
