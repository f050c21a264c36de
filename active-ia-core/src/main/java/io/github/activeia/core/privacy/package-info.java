/**
 * What keeps personal data out of logs, caches, embeddings, traces and providers.
 * {@link io.github.activeia.core.privacy.PiiRedactor} runs before any of them and replaces what it finds by placeholders, which
 * {@link io.github.activeia.core.privacy.Redaction#restore} turns back for the student alone;
 * {@link io.github.activeia.core.privacy.Pseudonymizer} replaces the student's id.
 *
 * <pre>{@code
 * Redaction redaction = PiiRedactor.defaults().redact("Soy Ana, mi mail es ana@uni.edu.ar");
 * redaction.text();                           // Soy [NAME_1], mi mail es [EMAIL_1]
 * redaction.restore("Hola, [NAME_1]");        // Hola, Ana
 * }</pre>
 *
 * <p>Traps: placeholders count from 1 in each redaction, so restore only what answers that very text. What {@code restore} returns is
 * personal data again: never log or store it.
 */
@NullMarked
package io.github.activeia.core.privacy;

import org.jspecify.annotations.NullMarked;
