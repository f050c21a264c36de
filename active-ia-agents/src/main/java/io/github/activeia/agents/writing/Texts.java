package io.github.activeia.agents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of one agent in all languages. A slot has one or more variants, {@code slot.1}, {@code slot.2} and so on.
 * Immutable and thread-safe.
 */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final Map<Locale, Map<String, List<String>>> slots;

    private Texts(Map<Locale, Map<String, List<String>>> slots) {
        this.slots = slots;
    }

    /** Loads {@code texts/<name>_es.properties}, {@code _es_AR} and {@code _en}. */
    public static Texts named(String name) {
        Map<String, List<String>> neutral = read(name, "es");
        Map<String, List<String>> voseo = new HashMap<>(neutral);
        voseo.putAll(read(name, "es_AR"));
        return new Texts(Map.of(
                Languages.NEUTRAL, neutral, Languages.VOSEO, Map.copyOf(voseo), Languages.ENGLISH, read(name, "en")));
    }

    /** Returns whether there is such a slot. */
    public boolean has(String slot, Locale locale) {
        return in(locale).containsKey(slot);
    }

    /** Returns the names of all slots in a language. */
    public Set<String> slots(Locale locale) {
        return new TreeSet<>(in(locale).keySet());
    }

    /** Returns all variants of a slot, as they are written. */
    public List<String> variants(String slot, Locale locale) {
        List<String> variants = in(locale).get(slot);
        if (variants == null) {
            throw new IllegalArgumentException("no text for " + slot + " in " + locale);
        }
        return variants;
    }

    /** Returns the variant of a slot whose turn it is. */
    public Phrase phrase(String slot, Locale locale, Variation variation) {
        List<String> variants = variants(slot, locale);
        return new Phrase(variants.get(variation.index(slot, variants.size())));
    }

    /**
     * Returns the variant of a slot that was not said yet, or longest ago; among equals the one whose turn it is.
     *
     * @param said what was said before, oldest first
     */
    public Phrase fresh(String slot, Locale locale, Variation variation, List<String> said) {
        return fresh(List.of(slot), locale, variation, said);
    }

    /** Returns the variant of several slots, as if they were one, that was not said yet, or longest ago. */
    public Phrase fresh(List<String> names, Locale locale, Variation variation, List<String> said) {
        List<String> variants =
                names.stream().flatMap(slot -> variants(slot, locale).stream()).toList();
        int first = variation.index(names.get(0), variants.size());
        String best = variants.get(first);
        for (int i = 1; i < variants.size(); i++) {
            String next = variants.get((first + i) % variants.size());
            best = last(next, said) < last(best, said) ? next : best;
        }
        return new Phrase(best);
    }

    /** Returns the place of the last text that has the words, or -1; of words with places to fill in, all that stands around them. */
    private static int last(String words, List<String> said) {
        String[] fixed = PLACE.split(words, -1);
        for (int i = said.size() - 1; i >= 0; i--) {
            if (Arrays.stream(fixed).allMatch(said.get(i)::contains)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, List<String>> in(Locale locale) {
        Map<String, List<String>> texts = slots.get(Languages.of(locale));
        return texts == null ? Map.of() : texts;
    }

    private static Map<String, List<String>> read(String name, String suffix) {
        Properties properties = load("texts/" + name + "_" + suffix + ".properties");
        Set<String> names = properties.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toSet());
        return names.stream().collect(Collectors.toUnmodifiableMap(slot -> slot, slot -> variants(properties, slot)));
    }

    private static List<String> variants(Properties properties, String slot) {
        List<String> variants = new ArrayList<>();
        for (int i = 1; properties.getProperty(slot + "." + i) != null; i++) {
            variants.add(properties.getProperty(slot + "." + i).strip());
        }
        return List.copyOf(variants);
    }

    private static Properties load(String path) {
        Properties properties = new Properties();
        try (InputStream in = Resources.open(path);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
