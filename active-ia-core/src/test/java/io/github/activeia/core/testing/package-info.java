/**
 * Fakes for tests, of this library and of hosts: a language model with a script, a clock that is set by hand, and a server that
 * speaks the protocols of the model providers, and fails in every way in which they do. And the real thing where a fake would prove
 * nothing: a PostgreSQL database with pgvector and a Redis server, found or started by {@code TestServices}, or a Redis of a
 * test's own that may be killed. They are published in the test-jar of this module.
 *
 * <pre>{@code
 * ScriptedModel model = ScriptedModel.answering("¿Qué probaste hasta ahora?");
 * model.ask(LlmPrompt.of("system", "user"));
 * model.prompts().get(0).user();
 *
 * try (FakeLlmServer server = FakeLlmServer.start()) {
 *     server.next(FakeReply.answer("Una cola es…").every(Duration.ofMillis(50)).reset(At.pieces(2)));
 *     server.always(FakeReply.status(429).retryAfter(Duration.ofSeconds(7)));
 * }
 *
 * @ExtendWith(PostgresExtension.class)
 * class StoreTest {
 *     @Test
 *     void keeps_what_was_written(TestDatabase database) { … }
 * }
 * }</pre>
 *
 * <p>Traps: nothing here may be used outside tests and measurements. A test-jar brings no libraries: who wants a {@code TestDatabase} adds the
 * driver, {@code org.postgresql:postgresql}; {@code BareClientFaults} needs the clients of all four providers.
 */
@NullMarked
package io.github.activeia.core.testing;

import org.jspecify.annotations.NullMarked;
