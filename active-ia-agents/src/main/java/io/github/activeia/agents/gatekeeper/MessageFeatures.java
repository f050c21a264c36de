package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the classifier of intents knows of a message: the rules that fired, its words, their neighbours, their parts and the lists of
 * the lexicon that they are in, its shape, and what came before. Of a long message it reads the beginning and the end.
 */
final class MessageFeatures {
    private static final int MOST_WORDS = 240;
    private static final int FEW_WORDS = 5;
    private static final int NEAR = 3;
    private static final int MOST_LISTS = 3;

    /** How many features there are, about, beside those of words and of each word. */
    private static final int EXPECTED = 32;

    private static final int EXPECTED_OF_WORD = 24;

    /** Found on messages behind a question of the tutor: what weighs more there, weighs so much. */
    private static final double TWICE = 2;

    private static final double ANSWERS = 3;
    private static final List<String> KINDS = List.of(
            "help",
            "validate",
            "exploration",
            "frustration",
            "own_work",
            "danger_idiom",
            "negation",
            "pedagogical",
            "complete",
            "hand_in",
            "authority",
            "laugh",
            "delegation",
            "injection_topic");
    private static final long WORD = Features.hash("w:");
    private static final long PAIR = Features.hash("b:");
    private static final long APART = Features.hash("k:");
    private static final long PART = Features.hash("c:");
    private static final long LIST = Features.hash("t:");
    private static final long ANSWER = Features.hash("aw:");
    private static final long ANSWER_LIST = Features.hash("at:");
    private static final long LISTS = Features.hash("tt:");

    private final Features found;
    private final Words words;
    private final AskedQuestion asked;
    private final double weight;

    private MessageFeatures(Words words, AskedQuestion asked) {
        this.words = words;
        this.asked = asked;
        this.found = new Features(EXPECTED + EXPECTED_OF_WORD * Math.min(words.size(), MOST_WORDS));
        this.weight = 2.0 / Math.sqrt(Math.max(4, Math.min(words.size(), MOST_WORDS)));
    }

    static Features of(Reading reading, GatekeeperRequest.History history, int namedLists) {
        MessageFeatures message = new MessageFeatures(reading.words(), AskedQuestion.in(history.tutorQuestion()));
        message.found.add("bias", 1);
        message.addRules(reading);
        message.addWords(namedLists);
        message.addShape(reading);
        message.addHistory(history);
        message.addAnswer(reading);
        return message.found;
    }

    private void addRules(Reading reading) {
        for (String kind : KINDS) {
            double sum = 0;
            for (Hit hit : reading.evidence().best(kind)) {
                found.from(hit.from());
                found.add("r:" + kind + ":" + hit.rule().id(), 0.7);
                sum += hit.rule().score();
            }
            found.from(-1);
            if (sum != 0) {
                found.add("s:" + kind, Math.min(3, sum) / 2);
            }
        }
        Delegation delegation = reading.delegation();
        for (Hit hit : Evidence.best(delegation.hits())) {
            found.from(hit.from());
            found.add("d:" + hit.rule().id(), 0.7);
        }
        found.from(-1);
        if (delegation.score() > 0) {
            found.add("delegation", Math.min(4, delegation.score()) / 2);
        }
        if (delegation.structured()) {
            found.add("delegates", 1);
        }
    }

    /** The numbers of the words that are read. */
    private int[] read() {
        int size = Math.min(words.size(), MOST_WORDS);
        int skipped = words.size() - size;
        int[] read = new int[size];
        for (int at = 0; at < size; at++) {
            read[at] = at < MOST_WORDS / 2 ? at : at + skipped;
        }
        return read;
    }

    private void addWords(int namedLists) {
        int[] read = read();
        int[][] lists = new int[read.length][];
        String before = "^";
        String second = "";
        for (int at = 0; at < read.length; at++) {
            int i = read[at];
            String form = words.get(i).form();
            found.from(i);
            found.add(Features.hash(WORD, form), weight);
            found.add(pair(PAIR, before, form), weight);
            if (at >= 2) {
                found.add(pair(APART, second, form), 0.7 * weight);
            }
            LetterRuns.add(found, PART, form, 0.5 * weight);
            if (asked.isAsked()) {
                found.add(Features.hash(ANSWER, form), TWICE * weight);
            }
            lists[at] = lists(i, namedLists);
            addLists(lists, at);
            second = before;
            before = form;
        }
        found.add(pair(PAIR, before, "$"), weight);
        found.from(-1);
    }

    private static long pair(long kind, String one, String other) {
        return Features.hash(Features.hash(Features.hash(kind, one), '_'), other);
    }

    private void addLists(int[][] lists, int at) {
        int[] own = lists[at];
        for (int list : own) {
            found.add(Features.hash(LIST, (char) list), weight);
            if (asked.isAsked()) {
                found.add(Features.hash(ANSWER_LIST, (char) list), TWICE * weight);
            }
        }
        for (int back = 1; back <= NEAR && at - back >= 0; back++) {
            for (int other : lists[at - back]) {
                long begun = Features.hash(LISTS, (char) other);
                for (int list : own) {
                    found.add(Features.hash(begun, (char) list), 0.5 * weight);
                }
            }
        }
    }

    /** The first few named lists that a word is in; lists are numbered in the order of their names. */
    private int[] lists(int word, int namedLists) {
        BitSet sets = words.get(word).sets();
        int[] found = new int[MOST_LISTS];
        int size = 0;
        for (int set = sets.nextSetBit(0);
                set >= 0 && set < namedLists && size < MOST_LISTS;
                set = sets.nextSetBit(set + 1)) {
            found[size++] = set;
        }
        return Arrays.copyOf(found, size);
    }

    private void addShape(Reading reading) {
        int size = words.size();
        flag("question", !words.questions().isEmpty());
        flag("code", reading.codeLines() > 0);
        flag("length " + Math.min(6, (int) (Math.log(size + 1) / Math.log(2))), true);
        flag("ends with a question", size > 0 && words.inQuestion(size - 1));
        flag("impersonal", reading.impersonal());
    }

    private void addHistory(GatekeeperRequest.History history) {
        boolean few = words.size() <= FEW_WORDS;
        boolean turn =
                history.tutorQuestion() != null || !history.studentMessages().isEmpty();
        flag("turn", turn);
        flag("short turn", turn && few);
        flag("answers", history.tutorQuestion() != null);
        flag("delegated, short", history.delegations() > 0 && few);
        flag("frustrated", history.frustrations() > 0);
        flag("frustrated, short", history.frustrations() > 0 && few);
    }

    /** What a message is that comes behind a question of the tutor: its words mean other things there. */
    private void addAnswer(Reading reading) {
        if (!asked.isAsked()) {
            return;
        }
        boolean asks = !words.questions().isEmpty();
        boolean requests = !reading.delegation().hits().isEmpty();
        found.add("answers, " + (requests ? "requests" : asks ? "asks" : "states"), ANSWERS);
        flag("asked " + asked.opening(), true);
        int taken = 0;
        int said = 0;
        for (int at : read()) {
            String form = words.get(at).form();
            said += AskedQuestion.says(form) ? 1 : 0;
            taken += asked.takesUp(form) ? 1 : 0;
        }
        flag("takes up " + (taken == 0 ? "nothing" : 3 * taken > said ? "much" : "some"), true);
    }

    private void flag(String name, boolean holds) {
        if (holds) {
            found.add(name, 1);
        }
    }
}
