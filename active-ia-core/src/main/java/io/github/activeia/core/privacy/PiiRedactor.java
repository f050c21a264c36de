package io.github.activeia.core.privacy;

import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces personal data by placeholders such as {@code [EMAIL]}: e-mail, phone, DNI, CUIL/CUIT, NIF/NIE, CBU, IBAN, card, legajo, name and
 * address. A long number counts only with a valid check digit or a word that says what it is; code, lists of data, formulas and hashes stay
 * as they are. Immutable and thread-safe; time is linear in the text.
 *
 * <pre>{@code
 * PiiRedactor redactor = PiiRedactor.builder().names(List.of("Quimey Antú")).build();
 * redactor.redact("Soy Ana, mi dni es 38.456.123").text();
 * }</pre>
 *
 * <p>It reads what is typed, not what is meant: a name without an introduction and without a roster, or a number spelled in words, passes.
 */
public final class PiiRedactor {
    private static final List<PiiKind> PRECEDENCE = List.of(
            PiiKind.EMAIL,
            PiiKind.IBAN,
            PiiKind.CBU,
            PiiKind.CARD,
            PiiKind.CUIL,
            PiiKind.NIF,
            PiiKind.ADDRESS,
            PiiKind.PHONE,
            PiiKind.DNI,
            PiiKind.LEGAJO,
            PiiKind.NAME);

    private final List<Recogniser> recognisers;

    private PiiRedactor(Set<String> names) {
        PiiWords words = PiiWords.load();
        recognisers = List.of(
                new EmailRecogniser(),
                new LetteredIdRecogniser(words),
                new NumberRecogniser(words, new Phones()),
                new AddressRecogniser(),
                new NameRecogniser(words, names));
    }

    /** Returns a redactor without a roster. Loads word lists: keep the instance. */
    public static PiiRedactor defaults() {
        return builder().build();
    }

    /** Starts a redactor with settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Redacts a text. The offsets of the findings are those of the original text. */
    public Redaction redact(String text) {
        CodeSpans code = CodeSpans.of(text);
        List<Redaction.Finding> candidates = new ArrayList<>();
        for (Recogniser recogniser : recognisers) {
            for (Redaction.Finding finding : recogniser.find(text)) {
                if (!code.touches(finding.start(), finding.end())) {
                    candidates.add(finding);
                }
            }
        }
        List<Redaction.Finding> kept = withoutOverlaps(candidates, text.length());
        return new Redaction(replace(text, kept), kept);
    }

    /** Of overlapping findings the kind that is surer wins. */
    private static List<Redaction.Finding> withoutOverlaps(List<Redaction.Finding> candidates, int length) {
        List<Redaction.Finding> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.<Redaction.Finding>comparingInt(f -> PRECEDENCE.indexOf(f.kind()))
                .thenComparing(f -> f.end() - f.start(), Comparator.reverseOrder())
                .thenComparing(Redaction.Finding::start));
        java.util.BitSet taken = new java.util.BitSet(length);
        List<Redaction.Finding> kept = new ArrayList<>();
        for (Redaction.Finding finding : sorted) {
            int next = taken.nextSetBit(finding.start());
            if (next < 0 || next >= finding.end()) {
                taken.set(finding.start(), finding.end());
                kept.add(finding);
            }
        }
        kept.sort(Comparator.comparingInt(Redaction.Finding::start));
        return kept;
    }

    private static String replace(String text, List<Redaction.Finding> findings) {
        StringBuilder redacted = new StringBuilder(text.length());
        int at = 0;
        for (Redaction.Finding finding : findings) {
            redacted.append(text, at, finding.start())
                    .append('[')
                    .append(finding.kind())
                    .append(']');
            at = finding.end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    /** Collects the settings of a redactor. Not thread-safe. */
    public static final class Builder {
        private final Set<String> names = new LinkedHashSet<>();
        private boolean namesSet;

        private Builder() {}

        /**
         * Adds the names of a roster, matched in any case and with or without accents; a single word only where it is capitalised. Default
         * none.
         *
         * @throws InvalidValueException if it was called before
         */
        public Builder names(Collection<String> roster) {
            if (namesSet) {
                throw new InvalidValueException("names", "be set once", "set twice", "pass all names in one call");
            }
            namesSet = true;
            names.addAll(roster);
            return this;
        }

        /** Builds the redactor. */
        public PiiRedactor build() {
            return new PiiRedactor(Set.copyOf(names));
        }
    }
}
