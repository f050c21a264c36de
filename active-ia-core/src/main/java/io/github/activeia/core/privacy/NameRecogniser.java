package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds names: after an introduction ("me llamo …", "I'm …"), after a label ("Alumna: …"), and those of a roster. */
final class NameRecogniser implements Recogniser {
    private static final int MOST_WORDS = 5;
    private static final Set<String> PARTICLES =
            Set.of("de", "del", "la", "las", "los", "van", "von", "da", "di", "y", "san");
    private static final Set<String> LABELS = Set.of(
            "nombre",
            "apellido",
            "alumno",
            "alumna",
            "estudiante",
            "apellidos",
            "autor",
            "autora",
            "firma",
            "name",
            "student",
            "author",
            "integrantes",
            "integrante",
            "atte",
            "firmado",
            "atentamente",
            "saludos",
            "remitente");
    private static final List<List<String>> STRONG = List.of(
            List.of("me", "llamo"),
            List.of("mi", "nombre", "es"),
            List.of("my", "name", "is"),
            List.of("mi", "nombre", "completo", "es"),
            List.of("me", "dicen"),
            List.of("my", "names"),
            List.of("le", "habla"),
            List.of("te", "habla"),
            List.of("name's"),
            List.of("mi", "apellido", "es"),
            List.of("my", "full", "name", "is"),
            List.of("les", "habla"));
    private static final List<List<String>> WEAK = List.of(
            List.of("soy"),
            List.of("i'm"),
            List.of("im"),
            List.of("i", "am"),
            List.of("this", "is"),
            List.of("habla"),
            List.of("aca"),
            List.of("aqui"));

    private final Set<String> notNames;
    private final Set<String> firstNames;
    private final Map<String, List<List<String>>> roster = new HashMap<>();

    NameRecogniser(PiiWords words, Set<String> rosterNames) {
        notNames = words.list("not_name");
        firstNames = words.list("first_name");
        for (String name : rosterNames) {
            List<String> parts = Word.in(name).stream().map(Word::folded).toList();
            if (!parts.isEmpty()) {
                roster.computeIfAbsent(parts.get(0), f -> new ArrayList<>()).add(parts);
            }
        }
    }

    /** A word with its place. */
    private record Word(String text, String folded, int start, int end) {
        static List<Word> in(String text) {
            List<Word> found = new ArrayList<>();
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean inside = i < text.length() && isInside(text, i, start);
                if (inside && start < 0) {
                    start = i;
                } else if (!inside && start >= 0) {
                    String word = text.substring(start, i);
                    found.add(new Word(word, PiiWords.fold(word).replace('’', '\''), start, i));
                    start = -1;
                }
            }
            return found;
        }

        private static boolean isInside(String text, int at, int start) {
            char c = text.charAt(at);
            boolean joint = (c == '\'' || c == '’' || c == '-')
                    && start >= 0
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1));
            return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || joint;
        }

        boolean isCapital() {
            return Character.isUpperCase(text.charAt(0));
        }
    }

    @Override
    public List<Redaction.Finding> find(String text) {
        List<Word> words = Word.in(text);
        List<Redaction.Finding> found = new ArrayList<>();
        boolean shouting = text.equals(text.toUpperCase(Locale.ROOT));
        for (int i = 0; i < words.size(); i++) {
            int known = rosterEnd(words, i);
            if (known > i) {
                found.add(finding(words, i, known));
                continue;
            }
            int after = introductionEnd(words, i, STRONG);
            if (after > i) {
                add(words, after, nameEnd(text, words, after, true), found);
            } else if ((after = introductionEnd(words, i, WEAK)) > i && !shouting) {
                addWeak(text, words, after, found);
            } else if (LABELS.contains(words.get(i).folded()) && isLabel(text, words.get(i))) {
                addLabelled(text, words, i + 1, found);
            }
        }
        return found;
    }

    private int rosterEnd(List<Word> words, int start) {
        int best = -1;
        for (List<String> name : roster.getOrDefault(words.get(start).folded(), List.of())) {
            boolean same = start + name.size() <= words.size();
            for (int i = 0; same && i < name.size(); i++) {
                same = words.get(start + i).folded().equals(name.get(i));
            }
            boolean clear = name.size() > 1 || words.get(start).isCapital();
            best = same && clear ? Math.max(best, start + name.size()) : best;
        }
        return best;
    }

    private static int introductionEnd(List<Word> words, int start, List<List<String>> introductions) {
        for (List<String> introduction : introductions) {
            boolean same = start + introduction.size() <= words.size();
            for (int i = 0; same && i < introduction.size(); i++) {
                same = words.get(start + i).folded().equals(introduction.get(i));
            }
            if (same) {
                return start + introduction.size();
            }
        }
        return -1;
    }

    private static boolean isLabel(String text, Word word) {
        int at = word.end();
        while (at < text.length()
                && at - word.end() < 3
                && (text.charAt(at) == ' ' || text.charAt(at) == '/' || text.charAt(at) == '.')) {
            at++;
        }
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == ',');
    }

    private void addLabelled(String text, List<Word> words, int from, List<Redaction.Finding> found) {
        int end = nameEnd(text, words, from, false);
        boolean known =
                from < words.size() && firstNames.contains(words.get(from).folded());
        if (known || end - from >= 2) {
            add(words, from, end, found);
        }
    }

    private void addWeak(String text, List<Word> words, int from, List<Redaction.Finding> found) {
        if (from >= words.size()) {
            return;
        }
        boolean known = firstNames.contains(words.get(from).folded());
        int end = nameEnd(text, words, from, known);
        boolean spanish = words.get(from - 1).folded().equals("soy");
        if (known
                || end - from >= 2
                || (spanish && end > from && !isTrade(words.get(from).folded()))) {
            add(words, from, end, found);
        }
    }

    private static boolean isTrade(String folded) {
        return List.of(
                        "ero", "era", "ista", "ante", "ente", "or", "ora", "ico", "ica", "ano", "ana", "ino", "ina",
                        "ario", "aria", "logo", "loga", "ado", "ada", "ense", "es", "esa")
                .stream()
                .anyMatch(folded::endsWith);
    }

    /** Returns the index behind the name; lower case passes only where the introduction leaves no doubt. */
    private int nameEnd(String text, List<Word> words, int from, boolean lowerCase) {
        int end = from;
        int at = from;
        for (; at < words.size() && at - from < MOST_WORDS; at++) {
            Word word = words.get(at);
            if (at > 0 && !isJoined(text, words.get(at - 1), word, at == from)) {
                break;
            }
            boolean particle = at > from
                    && PARTICLES.contains(word.folded())
                    && at + 1 < words.size()
                    && words.get(at + 1).isCapital();
            boolean proper = word.isCapital() && !notNames.contains(word.folded());
            boolean small = lowerCase && !word.isCapital() && passesInLowerCase(words, from, at);
            if (!particle && !proper && !small) {
                break;
            }
            end = particle ? end : at + 1;
        }
        return end;
    }

    private boolean passesInLowerCase(List<Word> words, int from, int at) {
        String folded = words.get(at).folded();
        if (notNames.contains(folded) || PARTICLES.contains(folded) || folded.length() < 2) {
            return false;
        }
        boolean firstKnown = firstNames.contains(words.get(from).folded());
        return at == from
                || firstNames.contains(folded)
                || (at == from + 1 && firstKnown && !words.get(from).isCapital() && looksLikeSurname(folded));
    }

    private static boolean looksLikeSurname(String folded) {
        return folded.endsWith("ez")
                || folded.endsWith("ini")
                || folded.endsWith("etti")
                || folded.endsWith("ski")
                || folded.endsWith("ruiz")
                || folded.endsWith("ia")
                || folded.endsWith("elli");
    }

    /** Words of one name stand next to each other: one blank, or after a label a colon. */
    private static boolean isJoined(String text, Word before, Word after, boolean first) {
        int gap = after.start() - before.end();
        if (gap == 1) {
            return text.charAt(before.end()) == ' ' || text.charAt(before.end()) == '-';
        }
        return gap >= 1
                && gap <= 4
                && text.substring(before.end(), after.start())
                        .chars()
                        .allMatch(c -> " :./\n,".indexOf(c) >= 0 && (first || c == ' ' || c == '.'));
    }

    private static void add(List<Word> words, int from, int end, List<Redaction.Finding> found) {
        if (end > from) {
            found.add(finding(words, from, end));
        }
    }

    private static Redaction.Finding finding(List<Word> words, int from, int end) {
        return new Redaction.Finding(
                PiiKind.NAME, words.get(from).start(), words.get(end - 1).end());
    }
}
