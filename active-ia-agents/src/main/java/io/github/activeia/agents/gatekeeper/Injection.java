package io.github.activeia.agents.gatekeeper;

import java.util.List;

/**
 * What tries to change, bypass or extract the tutor's rules.
 *
 * @param findings the evidence; empty if nothing attacks
 * @param probability how likely it is that something does, 0 to 1
 */
record Injection(List<InjectionDetector.Finding> findings, double probability) {
    static final Injection NONE = new Injection(List.of(), 0);
    private static final List<String> EXTRACTING = List.of("reveal", "repeat", "prompt_name", "fake_notice");

    Injection {
        findings = List.copyOf(findings);
    }

    boolean attacks() {
        return !findings.isEmpty();
    }

    /** Returns whether it asks to see the rules, and does not try to change them. */
    boolean extracts() {
        return findings.stream().anyMatch(f -> f.rule().startsWith("re"))
                && findings.stream()
                        .filter(f -> !f.rule().equals(InjectionDetector.EXAMPLES))
                        .allMatch(f -> EXTRACTING.stream().anyMatch(f.rule()::startsWith));
    }

    /** Returns the parts of the message to neutralise. */
    List<Span> spans() {
        return findings.stream().map(f -> new Span(f.start(), f.end())).toList();
    }

    /** A part of the message. */
    record Span(int start, int end) {}
}
