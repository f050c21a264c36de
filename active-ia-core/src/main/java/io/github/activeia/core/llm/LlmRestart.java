package io.github.activeia.core.llm;

/**
 * Why a stream begins anew.
 *
 * @param provider the name of the provider that was lost
 * @param ending how it ended, such as {@code idle_timeout}
 */
public record LlmRestart(String provider, String ending) {}
