package io.github.activeia.rag.store.pgvector;

import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the tables, put into SQL. Every name was validated, so that nothing of a host or a student is ever part of a statement. */
final class Tables {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> names;

    Tables(PgVectorSettings settings, EmbeddingProfile profile) {
        VectorStorage storage = settings.storage();
        String vector = storage.type() + "(" + profile.dimension() + ")";
        String schema = '"' + settings.schema() + '"';
        this.names = Map.of(
                "schema",
                schema,
                "prefix",
                settings.tablePrefix(),
                "k",
                schema + "." + settings.tablePrefix(),
                "vector",
                vector,
                "vector_type",
                storage.type(),
                "dimension",
                Integer.toString(profile.dimension()),
                "storage",
                storage.name(),
                "model",
                profile.modelId().replace("'", "''"));
    }

    /** Returns a statement with <code>${…}</code> filled in; <code>${k}</code> begins every table. */
    String sql(String statement) {
        return filled(statement, names);
    }

    /** Returns a file of SQL with its placeholders filled in. */
    String script(String file, Map<String, String> more) {
        return filled(filled(read(file), more), names);
    }

    static String read(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
