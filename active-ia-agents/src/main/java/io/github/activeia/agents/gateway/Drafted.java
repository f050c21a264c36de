package io.github.activeia.agents.gateway;

import io.github.activeia.core.Verdict;
import java.util.Map;

/**
 * A text that safety has seen.
 *
 * @param text to show
 * @param verdict what safety said of it
 * @param cited the words quoted from each passage, by marker; empty where it only points there
 * @param use the models that were asked
 */
record Drafted(String text, Verdict verdict, Map<Integer, String> cited, ModelUse use) {}
