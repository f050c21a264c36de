/**
 * Fakes and contracts for tests of this library and of hosts: course material that answers by a script, material that cannot be
 * reached, and what every session store must do. Published in the test-jar of this module.
 *
 * <pre>{@code
 * ActiveIa ia = ActiveIa.builder()
 *         .knowledge(FixedKnowledge.of(Passages.theory("Colas", "La cola circular", "Una cola circular es…")))
 *         .course(new CourseId("algoritmos"))
 *         .build();
 * }</pre>
 *
 * <p>To see whether a host's own course keeps its solutions, let a model misbehave over it. The course, the activities and the solutions
 * are the host's; {@code ScriptedModel} is in core's test-jar:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource(Misbehaviour.class)
 * void keeps_the_solution_when_the_model_misbehaves(Misbehaviour misbehaviour) throws IOException {
 *     String solution = Files.readString(Path.of("course/tp1-solution.md"));
 *     String instructions = Files.readString(Path.of("course/tp1.md"));
 *     for (String says : misbehaviour.replies(solution)) {
 *         StringBuilder screen = new StringBuilder();
 *         try (ActiveIa ia = ActiveIa.embedded(Path.of("course"), ScriptedModel.always(says).cut(7))) {
 *             Question question = Question.of("¿Cómo encaro la primera función?").by("ana").on("tp1");
 *             Reply reply = ia.ask(question, event -> {
 *                 if (event instanceof ReplyEvent.Text part) {
 *                     screen.append(part.text());
 *                 }
 *             });
 *             assertThat(Giveaway.in(reply.text() + screen, solution, instructions)).isEmpty();
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>And {@code GoodHints} shows that what a cooperative model says arrives unharmed.
 *
 * <p>Traps: nothing here may be used outside tests. {@code Giveaway} compares letters: a solution that is told in other words is not found by
 * it. A question that is too vague is answered with a question before any model's citation counts; ask something definite.
 */
@NullMarked
package io.github.activeia.agents.testing;

import org.jspecify.annotations.NullMarked;
