/**
 * What keeps personal data out of logs, caches, embeddings, traces and providers.
 * {@link io.github.activeia.core.privacy.PiiRedactor} runs before any of them.
 *
 * <pre>{@code
 * Redaction redaction = PiiRedactor.defaults().redact("Soy Ana, mi mail es ana@uni.edu.ar");
 * redaction.text();
 * }</pre>
 */
@NullMarked
package io.github.activeia.core.privacy;

import org.jspecify.annotations.NullMarked;
