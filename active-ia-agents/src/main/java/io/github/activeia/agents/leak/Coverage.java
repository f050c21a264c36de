package io.github.activeia.agents.leak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of a solution a reply covers, whatever words it uses: code that is told in prose, essays that are rewritten or translated. */
final class Coverage {
    private static final int FEWEST_NAMES = 12;
    private static final int FEWEST_PIECES = 30;
    private static final int FEWEST_STEMS = 15;
    private static final int FEWEST_STATEMENTS = 3;
    private static final int LONGEST = 600;
    private static final double MOST = 0.6;

    private final Set<String> stems;
    private final List<String> names;
    private final Set<String> pieces;
    private final int statements;

    Coverage(Reading reading) {
        String code = String.join("\n", reading.code());
        List<String> all = reading.prose().names();
        all.addAll(Spelling.names(code));
        this.names = all.size() > LONGEST ? all.subList(all.size() - LONGEST, all.size()) : all;
        this.pieces = reading.prose().pieces();
        this.statements = Spelling.statements(code);
        this.stems = reading.prose().stemSet();
    }

    /** Returns how long the longest common subsequence of the words of the code is, as a share of the solution's. */
    double names(Secret secret) {
        Sequence of = secret.solution().spelling().names();
        if (of.size() < FEWEST_NAMES || of.size() > LONGEST) {
            return 0;
        }
        return secret.names(names);
    }

    /** Returns which share of the statements there could be, by their number. */
    double size(Spelling solution) {
        if (solution.statements() < FEWEST_STATEMENTS) {
            return 0;
        }
        return Math.min(1, statements / (double) solution.statements());
    }

    /** Returns which share of the pieces of long words that only the solution has is told. */
    double pieces(Secret secret) {
        Set<String> of = secret.pieces();
        return of.size() < FEWEST_PIECES ? 0 : shared(of, pieces) / (double) of.size();
    }

    /** Returns how many words there are that only an essay's solution has. */
    long words(Secret secret) {
        return secret.stems().size() < FEWEST_STEMS ? 0 : shared(secret.stems(), stems);
    }

    /** Returns which share of the parts of a key is told. */
    double parts(Secret secret) {
        List<Set<String>> parts = secret.solution().spelling().parts();
        long open = 0;
        long told = 0;
        for (Set<String> part : parts) {
            Set<String> hidden = new HashSet<>(part);
            hidden.retainAll(secret.stems());
            open += hidden.isEmpty() ? 0 : 1;
            told += !hidden.isEmpty() && shared(hidden, stems) >= MOST * hidden.size() ? 1 : 0;
        }
        return open == 0 ? 0 : told / (double) open;
    }

    /** Returns how many parts of a key are told whole. */
    long wholeParts(Secret secret) {
        return secret.solution().spelling().parts().stream()
                .filter(part -> part.stream().anyMatch(secret.stems()::contains))
                .filter(part -> part.stream().filter(secret.stems()::contains).allMatch(stems::contains))
                .count();
    }

    private static long shared(Set<String> of, Set<String> in) {
        return Runs.shared(of, in);
    }
}
