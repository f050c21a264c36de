package io.github.activeia.core.privacy;

import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces personal data by placeholders such as {@code [EMAIL_1]}: e-mail, phone, DNI, CUIL/CUIT, NIF/NIE, RUT, CURP, CPF, CBU, IBAN, card, a
 * person's own IP address, links with a secret, legajo, names and addresses. A long number counts only with a valid check digit or a word
 * that says what it is; code, lists of data, formulas and hashes stay as they are. Immutable and thread-safe; time is linear in the text.
 *
 * <pre>{@code
 * PiiRedactor redactor = PiiRedactor.builder().names(List.of("Quimey Antú")).regions(List.of("AR", "UY")).build();
 * Redaction redaction = redactor.redact("Soy Ana, mi dni es 38.456.123");
 * redaction.text();                              // Soy [NAME_1], mi dni es [DNI_1]
 * redaction.restore("Hola, [NAME_1]");           // Hola, Ana
 * }</pre>
 *
 * <p>It reads what is typed, not what is meant: a name that nothing announces and no roster has, or a number spelled in words, passes.
 */
public final class PiiRedactor {
    private static final List<PiiKind> PRECEDENCE = List.of(
            PiiKind.URL,
            PiiKind.EMAIL,
            PiiKind.IBAN,
            PiiKind.CBU,
            PiiKind.CARD,
            PiiKind.CURP,
            PiiKind.RUT,
            PiiKind.CPF,
            PiiKind.CUIL,
            PiiKind.NIF,
            PiiKind.IP,
            PiiKind.ADDRESS,
            PiiKind.PHONE,
            PiiKind.DNI,
            PiiKind.LEGAJO,
            PiiKind.NAME);

    /** Numbers without a check digit, of which a program is full. */
    private static final Set<PiiKind> LITERALS =
            EnumSet.of(PiiKind.DNI, PiiKind.PHONE, PiiKind.LEGAJO, PiiKind.CUIL, PiiKind.CPF, PiiKind.CARD);

    private static final Comparator<Span> SUREST = Comparator.<Span>comparingInt(s -> PRECEDENCE.indexOf(s.kind()))
            .thenComparing(s -> s.end() - s.start(), Comparator.reverseOrder())
            .thenComparing(Span::start);

    private final List<Recogniser> recognisers;
    private final BesideRecogniser beside;
    private final OwnCode own;
    private final Statements statements;
    private final PiiWords words;

    private PiiRedactor(List<String> names, List<String> regions) {
        words = PiiWords.load();
        own = new OwnCode(words);
        statements = new Statements(words);
        NameRun run = new NameRun(words);
        recognisers = List.of(
                new EmailRecogniser(words),
                new UrlRecogniser(words),
                new IpRecogniser(words),
                new LetteredIdRecogniser(words),
                new NumberRecogniser(words, new Phones(regions)),
                new FileNumberRecogniser(words),
                new AddressRecogniser(words),
                new NameRecogniser(words, run, names));
        beside = new BesideRecogniser(words, run);
    }

    /** Returns a redactor without a roster, for Argentine telephone numbers. Loads word lists: keep the instance. */
    public static PiiRedactor defaults() {
        return builder().build();
    }

    /** Starts a redactor with settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Redacts a text. The offsets of the findings are those of the original text. */
    public Redaction redact(String text) {
        Source source = new Source(text, words);
        Code code = new Code(source, CodeSpans.of(text), CodeSpans.marked(text), statements.in(source));
        List<Span> candidates = new ArrayList<>();
        for (Recogniser recogniser : recognisers) {
            addOutside(code, recogniser.find(source), candidates);
        }
        List<Span> spans = withoutOverlaps(candidates);
        List<Span> close = spans.isEmpty() ? spans : beside.find(source, spans);
        if (!close.isEmpty()) {
            addOutside(code, close, candidates);
            spans = withoutOverlaps(candidates);
        }
        return Redaction.of(text, spans);
    }

    /** A text, what is code in it, what is marked as such, and what is a statement of an exercise. */
    private record Code(Source source, CodeSpans all, CodeSpans marked, BitSet statements) {}

    /** Marked code is left alone but for who signs it; a line that only looks like code still has no business with an address or an account of a person. */
    private void addOutside(Code code, List<Span> found, List<Span> candidates) {
        for (Span span : found) {
            boolean literal = LITERALS.contains(span.kind()) && code.all().touches(span.start(), span.end());
            boolean taken = code.marked().touches(span.start(), span.end())
                    ? own.isSigned(code.source(), span)
                    : !literal || own.isClaimed(code.source(), span);
            if (taken && !Statements.covers(code.statements(), span)) {
                candidates.add(span);
            }
        }
    }

    /** Of overlapping findings the kind that is surer wins. */
    private static List<Span> withoutOverlaps(List<Span> candidates) {
        if (candidates.size() < 2) {
            return List.copyOf(candidates);
        }
        List<Span> sorted = new ArrayList<>(candidates);
        sorted.sort(SUREST);
        BitSet taken = new BitSet();
        List<Span> kept = new ArrayList<>();
        for (Span span : sorted) {
            int next = taken.nextSetBit(span.start());
            if (next < 0 || next >= span.end()) {
                taken.set(span.start(), span.end());
                kept.add(span);
            }
        }
        kept.sort(Comparator.comparingInt(Span::start));
        return kept;
    }

    /** Collects the settings of a redactor. Not thread-safe. */
    public static final class Builder {
        private @Nullable List<String> names;
        private @Nullable List<String> regions;

        private Builder() {}

        /**
         * Adds the names of a roster, matched in any case and with or without accents; a single word only where it is capitalised. Default
         * none.
         *
         * @throws InvalidValueException if it was called before
         */
        public Builder names(Collection<String> roster) {
            if (names != null) {
                throw new InvalidValueException("names", "be set once", "set twice", "pass all names in one call");
            }
            names = List.copyOf(roster);
            return this;
        }

        /**
         * Sets the regions whose telephone numbers are written without a country code, the course's own first, as two-letter codes of ISO
         * 3166. Default {@code AR}.
         *
         * @throws InvalidValueException if it was called before, if there is none, or if one is not a region of libphonenumber
         */
        public Builder regions(Collection<String> codes) {
            if (regions != null) {
                throw new InvalidValueException("regions", "be set once", "set twice", "pass all regions in one call");
            }
            if (codes.isEmpty()) {
                throw new InvalidValueException(
                        "regions", "have at least one code", "empty", "pass AR, or leave it out");
            }
            for (String code : codes) {
                if (!Phones.isRegion(code)) {
                    throw new InvalidValueException(
                            "regions", "be two-letter codes of ISO 3166", code, "pass codes such as AR, ES or MX");
                }
            }
            regions = List.copyOf(codes);
            return this;
        }

        /** Builds the redactor. */
        public PiiRedactor build() {
            return new PiiRedactor(names == null ? List.of() : names, regions == null ? List.of("AR") : regions);
        }
    }
}
