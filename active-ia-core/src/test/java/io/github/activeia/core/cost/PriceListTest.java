package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private static final String HEADER = "provider, model, input, cached input, output, currency, as of, source\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mistral, mistral-small-latest, 0.000525",
        "mistral, mistral-small-2506, 0.0003",
        "gemini, gemini-2.5-flash, 0.0017",
        "gemini, gemini-2.5-flash-lite, 0.00035",
        "openai, gpt-4o-mini, 0.000525",
        "openai, gpt-4o-mini-2024-07-18, 0.000525",
    })
    void costs_exactly_what_the_list_says_when_a_model_is_in_it(String provider, String model, BigDecimal cost) {
        assertThat(PriceList.shipped().cost(provider, model, Tokens.of(1_500, 500)))
                .contains(usd(cost));
    }

    @ParameterizedTest
    @CsvSource({
        "mistral, mistral-of-next-year",
        "openai, gpt-4o-mini-audio-preview",
        "gemini, gemini-2.5-flash-image",
        "another, mistral-small-latest",
    })
    void has_no_cost_when_a_model_is_not_in_it(String provider, String model) {
        assertThat(PriceList.shipped().cost(provider, model, Tokens.NONE)).isEmpty();
    }

    @Test
    void says_when_and_where_each_price_was_read_when_it_is_shipped() {
        assertThat(PriceList.shipped().entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.asOf()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(entry.source()).startsWith("https://");
        });
    }

    @Test
    void charges_cached_tokens_at_their_own_price_when_there_is_one() {
        Price price = new Price(amount("1"), amount("10"), amount("0.1"), Currency.getInstance("USD"));

        assertThat(price.cost(new Tokens(1_000_000, 0, 400_000))).isEqualTo(usd(amount("0.64")));
    }

    @Test
    void charges_cached_tokens_like_others_when_there_is_no_discount() {
        assertThat(Price.usd("1", "10").cost(new Tokens(1_000_000, 0, 400_000))).isEqualTo(usd(amount("1")));
    }

    @Test
    void takes_the_longest_beginning_when_several_fit() {
        PriceList prices = PriceList.empty()
                .with("p", "m-*", Price.usd("1", "1"))
                .with("p", "m-small-*", Price.usd("2", "2"))
                .with("p", "m-small-1", Price.usd("3", "3"));

        assertThat(cost(prices, "m-large")).contains(usd(amount("1")));
        assertThat(cost(prices, "m-small-2")).contains(usd(amount("2")));
        assertThat(cost(prices, "m-small-1")).contains(usd(amount("3")));
    }

    @Test
    void takes_the_price_of_the_host_when_it_overrides_one() throws IOException {
        Path file = write(HEADER + "# ours\n\np, m, 7, -, 7, EUR, 2026-11-01, contract 12\n");
        PriceList prices = PriceList.empty().with("p", "m", Price.usd("1", "1")).overriddenBy(PriceList.load(file));

        assertThat(cost(prices, "m")).contains(new Money(amount("7"), Currency.getInstance("EUR")));
        assertThat(prices.entries()).hasSize(1);
    }

    @Test
    void names_file_and_line_of_every_fault_when_a_list_is_wrong() throws IOException {
        Path file = write(HEADER
                + "p, a, cheap, -, 1, USD, 2026-11-01, s\n"
                + "p, b, 1, -, 1\n"
                + "p, c, -1, -, 1, USD, 2026-11-01, s\n"
                + "p, d, 1, -, 1, USD, 2026-11-01, s\n"
                + "p, d, 1, -, 1, USD, 2026-11-01, s\n"
                + "p, e, 1, -, 1, USD, yesterday, s\n");

        assertThatThrownBy(() -> PriceList.load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file + ", line 2 must have prices such as 0.15")
                .hasMessageContaining(file + ", line 3 must have 8 fields, but was 5 fields")
                .hasMessageContaining(file + ", line 4 must hold a price, but was input price must not be negative")
                .hasMessageContaining(file + ", line 6 must name a model once")
                .hasMessageContaining(file + ", line 7 must have prices such as 0.15");
    }

    @Test
    void says_so_when_a_list_has_no_columns_or_no_file() throws IOException {
        Path empty = write("# nothing\n");

        assertThatThrownBy(() -> PriceList.load(empty)).hasMessageContaining("must have a line [provider, model");
        assertThatThrownBy(() -> PriceList.load(folder.resolve("none.csv")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void says_so_when_tokens_are_impossible() {
        assertThatThrownBy(() -> new Tokens(10, -1, 11))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("output tokens must not be negative, but was -1")
                .hasMessageContaining("cached input tokens must be from 0 to the input tokens, but was 11");
    }

    private static java.util.Optional<Money> cost(PriceList prices, String model) {
        return prices.cost("p", model, Tokens.of(1_000_000, 0));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("prices.csv"), text);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("USD"));
    }
}
