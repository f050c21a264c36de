package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models cost. A model that is not in the list has an unknown cost, which is an empty result and never zero. Models on the
 * host's own machines are not in the list: who calls one knows that it is local, and that it costs nothing.
 *
 * <pre>{@code
 * PriceList prices = PriceList.shipped().with("mistral", "mistral-small-latest", Price.usd("0.15", "0.60"));
 * Optional<Money> cost = prices.cost("mistral", "mistral-small-latest", Tokens.of(1_500, 500));
 * }</pre>
 *
 * <p>An entry counts for the model of exactly its name; one that ends in {@code *} counts for all models whose names begin so, and
 * the longest of these wins. Without the star a name never stands for a longer one, because a provider's image and audio variants
 * have longer names and other prices. Immutable and thread-safe.
 */
public final class PriceList {
    private final Map<Key, Entry> entries;

    private record Key(String provider, String model) {}

    /**
     * One line of the list.
     *
     * @param provider as the chain names it, such as {@code mistral}
     * @param model its name, or the beginning of names and a {@code *}
     * @param price for a million tokens
     * @param asOf when the price was read, or null where the host did not say
     * @param source where it was read, or null where the host did not say
     */
    public record Entry(String provider, String model, Price price, @Nullable LocalDate asOf, @Nullable String source) {
        private static final String ANY_ENDING = "*";

        /** Checks the names. */
        public Entry {
            new Faults()
                    .require(!provider.isBlank(), "provider", "not be blank", "blank", "name it as the chain does")
                    .require(
                            !model.isBlank() && !model.equals(ANY_ENDING),
                            "model",
                            "be a name, or the beginning of one and a *",
                            model,
                            "name a model")
                    .throwIfAny();
        }

        private boolean isBeginningOf(String otherProvider, String otherModel) {
            return provider.equals(otherProvider)
                    && model.endsWith(ANY_ENDING)
                    && otherModel.startsWith(model.substring(0, model.length() - 1));
        }
    }

    private PriceList(Map<Key, Entry> entries) {
        this.entries = entries;
    }

    /** Returns the list that comes with the library, {@code prices.csv}; each entry says when it was read, and where. */
    public static PriceList shipped() {
        return of(PriceFile.shipped());
    }

    /**
     * Returns the list in a file of the same form as the shipped one, in UTF-8: a line with the names of the columns, then one for
     * each model. Lines that begin with {@code #} are comments.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is wrong, or if the file cannot be read
     */
    public static PriceList load(Path file) {
        return of(PriceFile.read(file));
    }

    /** Returns a list without any price: every cost is unknown. */
    public static PriceList empty() {
        return of(List.of());
    }

    private static PriceList of(List<Entry> lines) {
        Map<Key, Entry> entries = new LinkedHashMap<>();
        lines.forEach(line -> entries.put(new Key(line.provider(), line.model()), line));
        return new PriceList(entries);
    }

    /** Returns this list with one more price, or with another price for what it has already. */
    public PriceList with(String provider, String model, Price price) {
        return overriddenBy(of(List.of(new Entry(provider, model, price, null, null))));
    }

    /** Returns both lists together; where both have an entry of one name, the other list's counts. */
    public PriceList overriddenBy(PriceList other) {
        List<Entry> both = new ArrayList<>(entries.values());
        both.addAll(other.entries.values());
        return of(both);
    }

    /** Returns the entry that counts for a model, or empty where its price is not known. */
    public Optional<Entry> entry(String provider, String model) {
        Entry exact = entries.get(new Key(provider, model));
        if (exact != null) {
            return Optional.of(exact);
        }
        return entries.values().stream()
                .filter(entry -> entry.isBeginningOf(provider, model))
                .max(Comparator.comparingInt(entry -> entry.model().length()));
    }

    /** Returns what tokens cost, exactly, or empty where the price is not known. */
    public Optional<Money> cost(String provider, String model, Tokens tokens) {
        return entry(provider, model).map(entry -> entry.price().cost(tokens));
    }

    /** Returns all entries, in their order. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public String toString() {
        return "PriceList[" + entries.size() + " models]";
    }
}
