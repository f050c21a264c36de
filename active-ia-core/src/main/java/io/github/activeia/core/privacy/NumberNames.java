package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words and phrases that name a kind of number, such as "celu", "student id" or "D.N.I.". Immutable and thread-safe. */
final class NumberNames {
    private static final int LONGEST_PHRASE = 4;
    private static final Map<String, PiiKind> LISTS = Map.of(
            "phone", PiiKind.PHONE,
            "dni", PiiKind.DNI,
            "cuil", PiiKind.CUIL,
            "cpf", PiiKind.CPF,
            "rut", PiiKind.RUT,
            "nif", PiiKind.NIF,
            "cbu", PiiKind.CBU,
            "iban", PiiKind.IBAN,
            "card", PiiKind.CARD,
            "legajo", PiiKind.LEGAJO);

    private final Map<String, PiiKind> kinds = new HashMap<>();
    private final long bits;

    NumberNames(PiiWords words) {
        long all = 0;
        for (Map.Entry<String, PiiKind> entry : LISTS.entrySet()) {
            WordList list = words.list(entry.getKey());
            list.forEach(name -> kinds.put(name, entry.getValue()));
            all |= list.bit();
        }
        bits = all;
    }

    /** One of them in a text, and where it stands. */
    record Name(PiiKind kind, int start, int end) {}

    /** Finds all names of a text, in its order. */
    List<Name> in(Source source) {
        List<Name> found = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            Token token = source.token(i);
            if (token.isWord()) {
                if (source.starts(bits, i) || !NameRun.bare(token).equals(token.folded())) {
                    addPhrases(source, i, found);
                }
                if (token.text().length() == 1) {
                    add(kinds.get(acronym(source, i)), token, token, found);
                }
            }
        }
        return found;
    }

    private void addPhrases(Source source, int from, List<Name> found) {
        StringBuilder phrase = new StringBuilder();
        for (int i = from;
                i < source.size()
                        && i - from < LONGEST_PHRASE
                        && source.token(i).isWord();
                i++) {
            phrase.append(i == from ? "" : "_").append(NameRun.bare(source.token(i)));
            add(kinds.get(phrase.toString()), source.token(from), source.token(i), found);
        }
    }

    private static void add(@Nullable PiiKind kind, Token first, Token last, List<Name> found) {
        if (kind != null) {
            found.add(new Name(kind, first.start(), last.end()));
        }
    }

    /** "D.N.I." is three letters with points; returns them without, or nothing. */
    private static String acronym(Source source, int from) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i + 1 < source.size() && letters.length() < LONGEST_PHRASE; i += 2) {
            boolean letter = source.token(i).isWord() && source.token(i).text().length() == 1;
            if (!letter || !source.token(i + 1).is('.')) {
                break;
            }
            letters.append(source.token(i).folded());
        }
        return letters.length() > 1 ? letters.toString() : "";
    }
}
