package io.github.activeia.agents;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The assignments of the sample course, with their solutions, in memory. */
enum SampleActivities {
    TP1("unidad-1", "analisis-de-bucles.md"),
    TP2("unidad-3", "insercion.md"),
    TP3("unidad-5", "cola-circular.md"),
    TP4("unidad-8", "abb.md"),
    TP5("unidad-9", "bfs-dfs.md");

    private static final Path COURSE = Path.of("..", "samples", "quickstart", "course");
    private static final int PASSAGE = 1_200;

    private final String unit;
    private final String material;

    SampleActivities(String unit, String material) {
        this.unit = unit;
        this.material = material;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Activity activity() {
        return new Activity(
                new ActivityId(id()), title(), instructions(), unit.substring("unidad-".length()), null, null);
    }

    String title() {
        String file = read(id() + "-consigna.md");
        int start = file.indexOf("\n# ") + 3;
        return file.substring(start, file.indexOf('\n', start));
    }

    String instructions() {
        return body(read(id() + "-consigna.md"));
    }

    String solution() {
        return body(read(id() + "-solucion.md"));
    }

    /** Returns the beginning of what the course teaches on it. */
    Passage passage() {
        String text = body(read(material));
        int section = text.indexOf("\n## ") + 1;
        String part = text.substring(section, Math.min(text.length(), section + PASSAGE));
        int paragraph = part.lastIndexOf("\n\n");
        String whole = paragraph > 0 ? part.substring(part.indexOf('\n') + 1, paragraph) : part;
        return Passages.theory(material, "Idea", whole.strip());
    }

    /** Returns the stored solutions, cut at their headings as ingestion cuts them. */
    SolutionIndex index() {
        List<SolutionIndex.StoredSolution> parts = List.of(solution().split("(?m)^(?=## )", -1)).stream()
                .filter(part -> !part.isBlank())
                .map(part -> new SolutionIndex.StoredSolution(id() + part.hashCode(), part, id() + "-solucion.md"))
                .toList();
        return (course, text, most) -> parts.stream().limit(most).toList();
    }

    private String read(String file) {
        try {
            return Files.readString(COURSE.resolve(unit).resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String body(String file) {
        return file.substring(file.indexOf("\n---\n") + 5);
    }
}
