/**
 * Fakes for tests, of this library and of hosts: a language model with a script, a clock that is set by hand, and a server that
 * speaks the protocols of the model providers. They are published in the test-jar of this module.
 *
 * <pre>{@code
 * ScriptedModel model = ScriptedModel.answering("¿Qué probaste hasta ahora?");
 * model.ask(LlmPrompt.of("system", "user"));
 * model.prompts().get(0).user();
 * }</pre>
 *
 * <p>Trap: nothing here may be used outside tests.
 */
@NullMarked
package io.github.activeia.core.testing;

import org.jspecify.annotations.NullMarked;
