/**
 * The chain of language models. {@link io.github.activeia.core.llm.LlmChain} asks its providers in order, each behind a circuit
 * breaker, and goes on to the next when one cannot answer. That none can is a normal result, not an exception.
 *
 * <pre>{@code
 * LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3"), LlmProvider.mistral("mistral-small-latest", key));
 * LlmResult result = chain.ask(prompt);
 * }</pre>
 */
@NullMarked
package io.github.activeia.core.llm;

import org.jspecify.annotations.NullMarked;
