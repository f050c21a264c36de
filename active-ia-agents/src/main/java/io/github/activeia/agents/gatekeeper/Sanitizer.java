package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes spans out of a text. */
final class Sanitizer {
    private static final String NEUTRAL = "[INJECTION]";

    private Sanitizer() {}

    private record Cut(int start, int end, String mark) {}

    /** Returns the redaction with injected spans replaced too. */
    static Redaction neutralise(String message, Redaction redaction, List<Injection.Span> injected) {
        if (injected.isEmpty()) {
            return redaction;
        }
        List<Cut> cuts = cuts(redaction);
        injected.forEach(s -> cuts.add(new Cut(s.start(), s.end(), NEUTRAL)));
        return redaction.withText(apply(message, cuts, 0, message.length()));
    }

    /** Returns a part of the message without personal data. */
    static String slice(String message, Redaction redaction, int start, int end) {
        return redaction.findings().isEmpty()
                ? message.substring(start, end)
                : apply(message, cuts(redaction), start, end);
    }

    private static List<Cut> cuts(Redaction redaction) {
        List<Cut> cuts = new ArrayList<>();
        for (Redaction.Finding finding : redaction.findings()) {
            cuts.add(new Cut(finding.start(), finding.end(), finding.placeholder()));
        }
        return cuts;
    }

    /** Of overlapping cuts the first counts, and covers what the others cover. */
    private static String apply(String message, List<Cut> cuts, int start, int end) {
        List<Cut> sorted = new ArrayList<>(cuts);
        sorted.sort(Comparator.comparingInt(Cut::start).thenComparing(Cut::end, Comparator.reverseOrder()));
        StringBuilder text = new StringBuilder();
        int at = start;
        int covered = start;
        for (Cut cut : sorted) {
            if (cut.end <= start || cut.start >= end) {
                continue;
            }
            if (cut.start >= covered) {
                text.append(message, at, Math.max(at, cut.start)).append(cut.mark);
            }
            covered = Math.max(covered, cut.end);
            at = Math.max(at, Math.min(covered, end));
        }
        return text.append(message, Math.min(at, end), end).toString();
    }
}
