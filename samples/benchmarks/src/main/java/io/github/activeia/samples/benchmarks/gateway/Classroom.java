package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Students who ask about queues, a tutor's model that answers, and the material of the course. Thread-safe. */
final class Classroom {
    static final String COURSE = "algoritmos";
    static final String ACTIVITY = "tp3";

    /** How many stored solutions a course has. */
    static final int SOLUTIONS = 40;

    /** After so many messages another student asks. */
    private static final int MESSAGES = 3;

    private static final List<String> QUESTIONS = List.of(
            "No me doy cuenta de cómo saber si la cola circular está llena, ¿en qué me fijo?",
            "¿Por qué el frente tiene que volver a la posición cero cuando llega al final del arreglo?",
            "Probé encolar tres elementos y el último me pisa al primero, ¿qué puedo mirar?",
            "¿Qué diferencia hay entre guardar la cantidad y dejar un lugar vacío en la cola circular?",
            "¿Cómo sé si la cola circular está vacía, si el frente y el final quedan en el mismo lugar?",
            "Me cuesta entender qué pasa con el índice cuando desencolo, ¿me ayudás a pensarlo?");

    private static final List<String> SENTENCES = List.of(
            "Vamos de a poco con la cola circular, porque lo que preguntás es justo lo que más confunde. ",
            "¿Qué dos situaciones distintas podrían dejar al frente y al final en la misma posición? ",
            "El apunte dice que el arreglo se recorre como si el final estuviera pegado al principio [1]. ",
            "¿Cómo lo dibujarías en un papel con un arreglo chico? ",
            "Probá anotar qué pasa con cada índice después de cada operación que hagas. ",
            "¿En qué momento dejan de alcanzarte los índices para distinguir un caso del otro? ",
            "Fijate que el apunte menciona más de una manera de resolver esa ambigüedad [2]. ",
            "¿Cuál de ellas te parece más fácil de explicarle a alguien que recién empieza? ",
            "Antes de escribir código conviene que sepas qué tiene que ser cierto después de cada operación. ",
            "¿Qué dirías que nunca puede pasar mientras la cola funcione bien? ",
            "Si tu programa pisa un elemento, buscá la primera operación después de la cual tu dibujo y el arreglo ya no coinciden. ",
            "¿Qué valor tenía cada índice justo antes de esa operación, y cuál esperabas que tuviera justo después de ella? ",
            "¿Cuál es el caso más chico que se te ocurre, y qué ves si lo seguís a mano, operación por operación, sin mirar el programa? ",
            "¿Qué esperás que ocurra si la estructura tiene lugar para un solo elemento? ",
            "¿Qué observaste hasta ahora, y qué parte te sigue haciendo ruido cuando lo releés con calma? ",
            "¿Con qué ejemplo querés que lo revisemos en el próximo mensaje?");
    private static final int ORDINARY = 5;

    private static final String PASSAGE =
            """
            Una cola circular guarda sus elementos en un arreglo cuyo final se considera pegado al principio. Dos índices dicen dónde \
            está el frente y dónde se agrega; cuando uno de ellos llega al borde, sigue desde el comienzo. Así los lugares que se \
            liberan se vuelven a usar, y ni encolar ni desencolar mueven los demás elementos.

            La dificultad está en que la misma posición de los índices puede querer decir dos cosas. Hay quien lleva la cuenta de los \
            elementos, hay quien renuncia a un lugar y hay quien recuerda cuál fue la última operación; cada solución tiene su costo \
            en memoria y en claridad, y conviene elegir una y escribirla como invariante antes de programar.""";

    private static final List<String> WORKED = List.of(
            """
            ```python
            class Cola%1$d:
                def __init__(self, capacidad=%2$d):
                    self.datos = [None] * capacidad
                    self.frente = 0
                    self.cantidad = 0

                def encolar(self, dato):
                    if self.cantidad == len(self.datos):
                        raise IndexError("llena")
                    self.datos[(self.frente + self.cantidad) %% len(self.datos)] = dato
                    self.cantidad += 1

                def desencolar(self):
                    if self.cantidad == 0:
                        raise IndexError("vacía")
                    dato = self.datos[self.frente]
                    self.frente = (self.frente + 1) %% len(self.datos)
                    self.cantidad -= 1
                    return dato
            ```
            Con capacidad %2$d y la secuencia del enunciado quedan %3$d elementos, y el frente termina en la posición %1$d.
            """,
            """
            Se compara cada elemento con los anteriores desde la derecha y se corren los mayores un lugar. En el peor caso, con la lista \
            al revés, se hacen %2$d·(%2$d − 1)/2 = %3$d comparaciones y otros tantos corrimientos; en el mejor, %1$d. Por eso el costo \
            es O(n²) en el peor caso y O(n) en el mejor. El invariante dice que, antes de cada vuelta, los primeros lugares tienen los \
            elementos originales de esos lugares ya ordenados. La respuesta del punto %1$d es **%3$d** comparaciones.
            """,
            """
            ```java
            static int buscar%1$d(int[] datos, int clave) {
                int inicio = 0;
                int fin = datos.length - 1;
                while (inicio <= fin) {
                    int medio = (inicio + fin) >>> 1;
                    if (datos[medio] == clave) {
                        return medio;
                    }
                    if (datos[medio] < clave) {
                        inicio = medio + 1;
                    } else {
                        fin = medio - 1;
                    }
                }
                return -1;
            }
            ```
            Con %2$d elementos alcanza con %1$d vueltas, y en el ejemplo la clave aparece en la posición %3$d.
            """,
            """
            1. Insertar %1$d, %2$d y %3$d en el árbol vacío: la raíz queda en %1$d.
            2. Al eliminar la raíz la reemplaza el menor del subárbol derecho, que es %2$d.
            3. El recorrido en orden da %1$d, %2$d, %3$d; la altura final es 2 y el factor de equilibrio de la raíz, −1.
            4. La rotación simple a la izquierda deja a %2$d como raíz, con %1$d a la izquierda y %3$d a la derecha.
            """);

    private final String course;
    private final AtomicLong asked = new AtomicLong();

    Classroom() {
        this(COURSE);
    }

    Classroom(String course) {
        this.course = course;
    }

    static Activity activity() {
        return new Activity(
                new ActivityId(ACTIVITY),
                "TP3: Cola circular",
                "Implementá una cola circular sobre un arreglo de capacidad fija. Explicá cómo distinguís la cola llena de la vacía, "
                        + "escribí el invariante y mostrá qué queda en el arreglo después de la secuencia de operaciones del apunte.",
                "unidad-5",
                null,
                null);
    }

    /** Returns what a model writes: five sentences, or sixteen of some 1,400 characters. */
    static String reply(boolean lengthy) {
        return String.join("", lengthy ? SENTENCES : SENTENCES.subList(0, ORDINARY))
                .strip();
    }

    /** Returns how many sentences a lengthy reply has. */
    static int sentences() {
        return SENTENCES.size();
    }

    /** Returns a reply that a model wrote; what is refused, or left to the templates, would be another measurement. */
    static Reply answered(Reply reply) {
        if (reply.work().model() == null) {
            throw new IllegalStateException("a model must have written the reply, but it was " + reply.outcome());
        }
        return reply;
    }

    static List<StoredSolution> solutions() {
        List<StoredSolution> solutions = new ArrayList<>();
        for (int i = 0; i < SOLUTIONS; i++) {
            String text = WORKED.get(i % WORKED.size()).formatted(i + 2, 7 * i + 31, 13 * i + 101);
            solutions.add(new StoredSolution("solution-" + i, text, "soluciones/" + i + ".md"));
        }
        return solutions;
    }

    /** Returns material that finds the same five passages for every question, at no cost. */
    static KnowledgeSource knowledge() {
        List<Passage> passages = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            passages.add(new Passage(
                    "passage-" + i,
                    PASSAGE + " (" + i + ")",
                    1.0 / i,
                    new Passage.Document(
                            "unidad-5/colas-" + i + ".md",
                            "Colas " + i,
                            ContentType.THEORY,
                            "unidad-5",
                            null,
                            null,
                            "es",
                            "1.0",
                            null),
                    List.of("Cola circular"),
                    null));
        }
        KnowledgeResult found = new KnowledgeResult(passages, RetrievalConfidence.HIGH, 0.9, true);
        return query -> found;
    }

    /** Returns the next message; every third one is of another student, who begins the activity. */
    Question next() {
        long number = asked.getAndIncrement();
        String text = QUESTIONS.get((int) (number % QUESTIONS.size()));
        return Question.of(text).by("student-" + number / MESSAGES).in(course).on(ACTIVITY);
    }
}
