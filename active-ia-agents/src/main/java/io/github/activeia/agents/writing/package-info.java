/**
 * What every agent that writes to a student shares: sentences from resource bundles, prompt files with an id and a hash, and
 * {@link io.github.activeia.agents.writing.Author}, the two ways to a reply, with a model and without.
 *
 * <pre>{@code
 * Texts texts = Texts.named("fallback");
 * String sentence = texts.phrase("uncovered", Languages.VOSEO, Variation.first()).text();
 * }</pre>
 *
 * <p>Trap: {@code es_AR} inherits from {@code es} slot by slot, never variant by variant, so that voseo and tuteo cannot mix.
 */
@NullMarked
package io.github.activeia.agents.writing;

import org.jspecify.annotations.NullMarked;
