package io.github.activeia.agents.risk;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The formula of each dimension. The numbers are a convention of this project, set by hand and not fitted to any data. */
final class Scoring {
    private static final int CLAIM_WORDS = 6;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?\n])\\s+");

    private final RiskSettings settings;
    private final InsecureCode insecure;

    Scoring(RiskSettings settings, InsecureCode insecure) {
        this.settings = settings;
        this.insecure = insecure;
    }

    /** The code of both sides. */
    record Code(InsecureCode.Findings message, InsecureCode.Findings reply) {}

    Code code(Interaction interaction) {
        return new Code(
                insecure.in(interaction.message().text()),
                insecure.in(interaction.answer().text()));
    }

    RiskProfile profile(Interaction interaction, Code code) {
        Map<RiskDimension, RiskProfile.Score> scores = new EnumMap<>(RiskDimension.class);
        scores.put(RiskDimension.COGNITIVE, cognitive(interaction));
        scores.put(RiskDimension.ETHICAL, ethical(interaction));
        if (interaction.answer().author() != Interaction.Author.NOBODY) {
            scores.put(RiskDimension.EPISTEMIC, epistemic(interaction));
        }
        if (code.message().lines() + code.reply().lines() > 0) {
            scores.put(RiskDimension.TECHNICAL, technical(code));
        }
        scores.put(RiskDimension.GOVERNANCE, governance(interaction));
        return new RiskProfile(scores);
    }

    private RiskProfile.Score cognitive(Interaction interaction) {
        Interaction.Message message = interaction.message();
        ActivityState history = interaction.history();
        boolean bare =
                interaction.policy().requireJustification() && message.delegates() && message.signals("own_work") == 0;
        Parts parts = new Parts()
                .addIf(message.delegates(), 0.4, "the message hands over the work")
                .addIf(message.risk() == RiskLevel.HIGH, 0.3, "the risk level of the message is high")
                .addIf(message.risk() == RiskLevel.MEDIUM, 0.1, "the risk level of the message is medium")
                .addIf(bare, 0.2, "0 signs of own work, where the policy asks for a justification")
                .add(1 - Math.pow(0.85, history.delegations()), history.delegations() + " delegations on the activity")
                .addIf(
                        history.hints() > settings.manyHints(),
                        0.2,
                        history.hints() + " hints since help last went down");
        addInvolvement(interaction, parts);
        return withFindings(interaction, RiskDimension.COGNITIVE, parts).score();
    }

    private static void addInvolvement(Interaction interaction, Parts parts) {
        Double now = interaction.answer().involvement();
        if (now != null) {
            parts.add(0.3 * now, format("the AI involvement of this reply is %.2f", now));
        }
        ActivityState.Involvement involvement = interaction.history().involvement();
        if (involvement.replies() > 0) {
            double mean = involvement.mean();
            double alert = interaction.policy().dependencyAlert();
            double share = Math.min(1, mean / Math.max(alert, Double.MIN_NORMAL));
            parts.add(0.5 * share, mean(involvement, alert));
        }
    }

    static String mean(ActivityState.Involvement involvement, double alert) {
        return format(
                "the mean AI involvement of %d replies is %.2f, the policy's alert %.2f",
                involvement.replies(), involvement.mean(), alert);
    }

    private static RiskProfile.Score ethical(Interaction interaction) {
        Interaction.Message message = interaction.message();
        int authority = message.signals("authority");
        Parts parts = new Parts()
                .addIf(message.intent() == CognitiveIntent.SOLUTION, 0.3, "the message asks for the finished solution")
                .addIf(authority > 0, 0.4, authority + " signals of a borrowed authority");
        return withFindings(interaction, RiskDimension.ETHICAL, parts).score();
    }

    private static RiskProfile.Score epistemic(Interaction interaction) {
        Parts parts = new Parts()
                .addIf(
                        interaction.answer().author() == Interaction.Author.GENERAL_MODEL,
                        0.3,
                        "a model explained in general, where the course has 0 passages that suffice")
                .addIf(claimsWithoutSource(interaction.answer()), 0.4, "a model answered with 0 citations");
        return withFindings(interaction, RiskDimension.EPISTEMIC, parts).score();
    }

    /** A reply about the student, and not about the material, needs no source; neither does one that only asks. */
    static boolean claimsWithoutSource(Interaction.Answer answer) {
        TutorMode mode = answer.mode();
        boolean aboutMaterial = mode == TutorMode.EXPLANATORY || mode == TutorMode.GUIDED || mode == TutorMode.SOCRATIC;
        return answer.author() == Interaction.Author.MODEL
                && answer.citations() == 0
                && aboutMaterial
                && states(answer.text());
    }

    private static boolean states(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .anyMatch(sentence -> !sentence.endsWith("?") && sentence.split("\\s+", -1).length >= CLAIM_WORDS);
    }

    private static RiskProfile.Score technical(Code code) {
        Map<String, Double> rules = new TreeMap<>(code.message().rules());
        rules.putAll(code.reply().rules());
        Parts parts = new Parts();
        rules.forEach((id, weight) -> parts.add(weight, sentence(id, code)));
        return parts.score();
    }

    private static String sentence(String rule, Code code) {
        boolean student = code.message().rules().containsKey(rule);
        boolean reply = code.reply().rules().containsKey(rule);
        String where = student && reply ? "the student's and the reply's" : student ? "the student's" : "the reply's";
        return format(
                "the rule %s fired on %s code; the student showed lines of code: %d, the reply: %d",
                rule, where, code.message().lines(), code.reply().lines());
    }

    private static RiskProfile.Score governance(Interaction interaction) {
        int injected = interaction.message().signals("injection");
        Parts parts = new Parts()
                .addIf(
                        interaction.message().attacks(),
                        0.8,
                        "the message attacks the rules, by " + injected + " signals");
        return withFindings(interaction, RiskDimension.GOVERNANCE, parts).score();
    }

    /** A check counts once, by the strictest verdict that it asked for: two drafts may break the same rule. */
    private static Parts withFindings(Interaction interaction, RiskDimension dimension, Parts parts) {
        Map<String, Verdict> strictest = new TreeMap<>();
        interaction.answer().findings().stream()
                .filter(finding -> finding.dimension() == dimension)
                .forEach(finding ->
                        strictest.merge(finding.rule(), finding.verdict(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
        strictest.forEach((rule, verdict) -> parts.add(
                weight(verdict),
                "safety found " + rule + " in a draft " + count(interaction, rule) + " times, at worst "
                        + verdict.value()));
        return parts;
    }

    private static long count(Interaction interaction, String rule) {
        return interaction.answer().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .count();
    }

    private static double weight(Verdict verdict) {
        return switch (verdict) {
            case OK -> 0;
            case WARN -> 0.2;
            case REWRITE -> 0.4;
            case BLOCK -> 0.6;
        };
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
