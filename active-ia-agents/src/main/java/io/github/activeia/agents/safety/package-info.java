/**
 * Safety and governance: the last look at a final text. Checks for leaked solutions, the help level, citations, personal data,
 * prompt leakage and language, and says OK, WARN, REWRITE or BLOCK.
 */
@NullMarked
package io.github.activeia.agents.safety;

import org.jspecify.annotations.NullMarked;
