package io.github.activeia.core.cost;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a list of prices. Every fault names the file and the line. */
final class PriceFile {
    private static final List<String> COLUMNS =
            List.of("provider", "model", "input", "cached input", "output", "currency", "as of", "source");
    private static final String NO_DISCOUNT = "-";

    private final String name;
    private final List<PriceList.Entry> entries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();
    private boolean headed;

    private PriceFile(String name) {
        this.name = name;
    }

    static List<PriceList.Entry> shipped() {
        return new PriceFile("prices.csv").parse(Resource.read("prices.csv"));
    }

    static List<PriceList.Entry> read(Path file) {
        try {
            return new PriceFile(file.toString()).parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    new Fault("price list", "be a file in UTF-8 that can be read", file.toString(), "check the path"));
        }
    }

    private List<PriceList.Entry> parse(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                parse(
                        i + 1,
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList());
            }
        }
        if (!headed) {
            faults.add(new Fault(name, "have a line " + COLUMNS, "without one", "begin with the names of the columns"));
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return entries;
    }

    private void parse(int number, List<String> fields) {
        String place = name + ", line " + number;
        if (!headed) {
            headed = true;
            require(fields.equals(COLUMNS), place, "name the columns " + COLUMNS, fields, "write them in this order");
        } else if (require(
                fields.size() == COLUMNS.size(),
                place,
                "have " + COLUMNS.size() + " fields",
                fields.size() + " fields",
                "write " + COLUMNS)) {
            entry(place, fields);
        }
    }

    private void entry(String place, List<String> fields) {
        require(seen.add(fields.subList(0, 2)), place, "name a model once", fields.subList(0, 2), "remove one line");
        try {
            BigDecimal cached = fields.get(3).equals(NO_DISCOUNT) ? null : new BigDecimal(fields.get(3));
            Price price = new Price(
                    new BigDecimal(fields.get(2)),
                    new BigDecimal(fields.get(4)),
                    cached,
                    Currency.getInstance(fields.get(5)));
            entries.add(new PriceList.Entry(
                    fields.get(0), fields.get(1), price, LocalDate.parse(fields.get(6)), fields.get(7)));
        } catch (ActiveIaException wrong) {
            faults.add(new Fault(place, "hold a price", String.valueOf(wrong.getMessage()), "correct the line"));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            faults.add(new Fault(
                    place,
                    "have prices such as 0.15, a currency such as USD and a date such as 2026-10-07",
                    String.join(", ", fields.subList(2, 7)),
                    "correct the line"));
        }
    }

    private boolean require(boolean holds, String place, String rule, Object value, String remedy) {
        if (!holds) {
            faults.add(new Fault(place, rule, String.valueOf(value), remedy));
        }
        return holds;
    }
}
