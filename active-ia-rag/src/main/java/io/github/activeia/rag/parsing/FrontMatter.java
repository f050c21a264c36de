package io.github.activeia.rag.parsing;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML as people write it in course material: never objects, few aliases, bounded. */
public final class FrontMatter {
    private FrontMatter() {}

    /**
     * Reads a YAML mapping; an empty text is an empty mapping.
     *
     * @throws UnreadableDocumentException if it is not YAML, or not a mapping
     */
    public static Map<String, Object> yaml(Reader text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setMaxAliasesForCollections(20)
                    .setAllowDuplicateKeys(false)
                    .build();
            Object value = new Load(settings).loadFromReader(text);
            return mapping(value);
        } catch (YamlEngineException e) {
            throw new UnreadableDocumentException(
                    "its YAML is wrong: " + firstLine(e), "correct it; quote values that hold a colon", e);
        }
    }

    /** Returns the entries that hold a single value, as text, by key in lower case; lists and mappings are left out. */
    public static Map<String, String> scalars(Map<String, Object> mapping) {
        Map<String, String> scalars = new LinkedHashMap<>();
        mapping.forEach((key, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                scalars.put(key.toLowerCase(Locale.ROOT).strip(), value.toString());
            }
        });
        return scalars;
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> mapping.put(String.valueOf(key), entry));
        } else if (value != null) {
            throw new UnreadableDocumentException(
                    "its YAML is not a list of key: value lines", "write one key: value on each line", null);
        }
        return mapping;
    }

    private static String firstLine(YamlEngineException e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }
}
