/**
 * The CRPE / Gatekeeper: reads what a student wants, how risky it is, and where the question goes, and takes personal data and
 * injected instructions out of the text.
 */
@NullMarked
package io.github.activeia.agents.gatekeeper;

import org.jspecify.annotations.NullMarked;
