package io.github.activeia.agents.gatekeeper;

import java.util.List;

/**
 * What tries to change, bypass or extract the tutor's rules.
 *
 * @param findings the evidence
 */
record Injection(List<InjectionDetector.Finding> findings) {
    static final double THRESHOLD = 2.0;
    static final Injection NONE = new Injection(List.of());
    private static final List<String> EXTRACTING = List.of("reveal", "repeat", "prompt_name", "fake_notice");

    Injection {
        findings = List.copyOf(findings);
    }

    boolean attacks() {
        return findings.stream().anyMatch(f -> f.score() >= THRESHOLD);
    }

    /** Returns whether it asks to see the rules, and does not try to change them. */
    boolean extracts() {
        return findings.stream().anyMatch(f -> f.rule().startsWith("re"))
                && findings.stream().allMatch(f -> EXTRACTING.stream().anyMatch(f.rule()::startsWith));
    }

    /** Returns the parts of the message to neutralise. */
    List<Span> spans() {
        return findings.stream().map(f -> new Span(f.start(), f.end())).toList();
    }

    /** A part of the message. */
    record Span(int start, int end) {}
}
