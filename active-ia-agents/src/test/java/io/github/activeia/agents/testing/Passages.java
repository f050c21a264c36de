package io.github.activeia.agents.testing;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;

/** Makes passages for tests. */
public final class Passages {
    private Passages() {}

    /** Returns a piece of theory of unit 3, in Spanish. */
    public static Passage theory(String title, String section, String text) {
        return of(ContentType.THEORY, title, section, text);
    }

    /** Returns a piece of material of unit 3, in Spanish. */
    public static Passage of(ContentType type, String title, String section, String text) {
        String file = title.toLowerCase(Locale.ROOT).replaceAll("\\P{L}+", "-");
        Passage.Document document = new Passage.Document(
                "unidad-3/" + file + ".md", title, type, "3", null, Difficulty.BASIC, "es", "1.0", null);
        List<String> path = section.isEmpty() ? List.of(title) : List.of(title, section);
        return new Passage(file + "#" + section, text, 0.8, document, path, null);
    }

    /** Returns the section on the invariant of insertion sort, with a guiding question and a common mistake. */
    public static Passage insertion() {
        return theory(
                "Ordenamiento por inserción",
                "El invariante",
                """
                El invariante del ordenamiento por inserción es que, antes de procesar la posición i, los elementos
                anteriores ya están ordenados. La clave se desplaza hacia la izquierda mientras el elemento anterior sea
                mayor. Por eso el costo depende del orden inicial.

                ```text
                mientras j >= 0 y a[j] > clave
                ```

                **Error frecuente:** escribir «mayor o igual» en la comparación hace que se pierda la estabilidad.

                **Pregunta guía:** Con `[5, 2, 4]` en papel: cuando la clave es 2, ¿qué comparación hace que el \
                desplazamiento se detenga?
                """);
    }

    /** Returns a section on circular queues, without any line for the tutor. */
    public static Passage circularQueue() {
        return theory(
                "Cola circular",
                "Qué es y qué problema resuelve",
                """
                Una cola circular es una cola implementada sobre un arreglo de tamaño fijo en el que, al llegar al final,
                se sigue por el principio. Así los lugares que dejan libres los elementos que salen se vuelven a usar.
                Lo circular es la manera de calcular la posición siguiente.
                """);
    }

    /** Returns a worked example. */
    public static Passage example() {
        return of(
                ContentType.EXAMPLE,
                "Ejemplo de inserción",
                "",
                "Al insertar el 2 en [4, 5] se corren primero el 5 y después el 4, y el 2 queda adelante.");
    }
}
