package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.Refusal;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.Place;
import io.github.activeia.agents.writing.Texts;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.knowledge.Passage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the gateway itself says. Thread-safe. */
final class Speech {
    /** Longer waits are told in days. */
    private static final long HOURS_TOLD = 48;

    private final Texts texts = Texts.named("gateway");
    private final Place place = new Place();
    private final Wanted wanted = new Wanted();
    private final @Nullable String helpline;

    Speech(@Nullable String helpline) {
        this.helpline = helpline;
    }

    /** Says why the question was not admitted, and what to do. */
    String refused(Refusal refusal, Locale locale, Variation variation) {
        if (refusal.failed()) {
            return failed(locale);
        }
        Duration wait = refusal.retryAfter();
        String slot = "refused." + refusal.reason().value();
        if (refusal.reason() == Refusal.Reason.RATE_LIMIT || refusal.reason() == Refusal.Reason.BUDGET) {
            return wait == null ? say(slot + ".unknown", locale) : limited(slot, wait, locale);
        }
        return say(slot, locale, variation);
    }

    /** Says, during an exam, whom to turn to; answers nothing. */
    String distressed(Locale locale, Variation variation) {
        return say("refused.exam_lock.distress", locale, variation);
    }

    /** Says that something is broken, without saying what. */
    String failed(Locale locale) {
        return say("refused.failed", locale);
    }

    /** Declines an attack on the rules, or a request for the finished work; the latter with a place to start, if there is one. */
    String blocked(Understood understood, List<Passage> passages) {
        Locale locale = understood.locale();
        Variation turn = understood.variation();
        if (understood.attacks()) {
            return sayAnew("block.attack", understood) + "\n\n" + sayAnew("block.attack.ask", understood);
        }
        String empathy = understood.restricted("empathy") ? say("block.empathy", locale, turn) + " " : "";
        String pointer = passages.isEmpty()
                ? ""
                : texts.fresh(
                                        "block.pointer",
                                        locale,
                                        turn,
                                        understood.session().tutorTexts())
                                .with("place", place.of(passages.get(0), locale))
                                .text()
                        + " ";
        String declined = wanted.isResult(understood.text()) ? "block.result" : "block.solution";
        return empathy + sayAnew(declined, understood) + "\n\n" + pointer + sayAnew("block.ask", understood);
    }

    /** Says what was not said in this conversation yet, or longest ago. */
    private String sayAnew(String slot, Understood understood) {
        return texts.fresh(
                        slot,
                        understood.locale(),
                        understood.variation(),
                        understood.session().tutorTexts())
                .text();
    }

    /** Answers a greeting, thanks or a farewell. */
    String courteous(String kind, Understood understood) {
        return sayAnew("courtesy." + kind, understood);
    }

    /** Rounds off a text whose rest may not be shown. */
    String cut(Understood understood) {
        return sayAnew("cut", understood);
    }

    /** Hands over to a person. */
    String escalated(Understood understood) {
        Locale locale = understood.locale();
        if (understood.restricted("danger")) {
            String line = helpline == null ? say("escalate.danger.helpline", locale) : helpline.strip();
            return say("escalate.danger", locale) + "\n\n" + line + "\n\n" + say("escalate.danger.end", locale);
        }
        return sayAnew("escalate.frustration", understood) + "\n\n" + sayAnew("escalate.prepare", understood);
    }

    /** Says one of the notices: {@code no_model}, {@code no_model.bare}, {@code general}, {@code warning} or {@code foreign}. */
    String notice(String name, Locale locale) {
        return say("notice." + name, locale);
    }

    /** Says that the budget for models is used up, and when it begins anew. */
    String budget(Duration wait, Locale locale) {
        return limited("notice.budget", wait, Languages.of(locale));
    }

    private String limited(String slot, Duration wait, Locale locale) {
        return texts.phrase(slot, locale, Variation.first())
                .with("wait", wait(wait, locale))
                .text();
    }

    /** Rounds up, so that nobody comes back too early. */
    private String wait(Duration wait, Locale locale) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        if (seconds < 60) {
            return count("second", seconds, locale);
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 60) {
            return count("minute", minutes, locale);
        }
        long hours = (minutes + 59) / 60;
        return hours < HOURS_TOLD ? count("hour", hours, locale) : count("day", (hours + 23) / 24, locale);
    }

    private String count(String unit, long number, Locale locale) {
        Phrase phrase = texts.phrase("wait." + unit + (number == 1 ? "" : "s"), locale, Variation.first());
        return phrase.with("n", String.valueOf(number)).text();
    }

    private String say(String slot, Locale locale) {
        return say(slot, locale, Variation.first());
    }

    private String say(String slot, Locale locale, Variation variation) {
        return texts.phrase(slot, Languages.of(locale), variation).text();
    }
}
