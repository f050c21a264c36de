package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import io.github.activeia.agents.safety.Draft;
import io.github.activeia.agents.safety.SafetyGuard;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.writing.Author;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.Account;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.testing.ScriptedModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final Frame FRAME = new Frame(AgentRole.TUTOR, HelpLevel.CONCEPT, List.of(), true);

    private final Journal journal = new Journal(() -> 0);

    @Test
    void shows_the_models_text_when_safety_accepts_it() {
        Drafted drafted = draft(ScriptedModel.answering("¿Qué probaste?"));

        assertThat(drafted.text()).isEqualTo("¿Qué probaste?");
        assertThat(drafted.use().author()).isEqualTo("scripted/scripted");
        assertThat(steps()).containsExactly("tutor model", "safety ok");
    }

    @Test
    void asks_once_more_and_names_the_fault_when_the_text_must_be_rewritten() {
        ScriptedModel model = ScriptedModel.answering("REWRITE this", "¿Qué probaste?");

        Drafted drafted = draft(model);

        assertThat(drafted.text()).isEqualTo("¿Qué probaste?");
        assertThat(model.prompts()).extracting(LlmPrompt::user).containsExactly("[]", "[it holds REWRITE]");
        assertThat(steps()).containsExactly("tutor model", "safety reescritura", "tutor model", "safety ok");
    }

    @Test
    void falls_back_to_the_template_when_the_second_text_is_no_better() {
        Drafted drafted = draft(ScriptedModel.answering("REWRITE this", "REWRITE again"));

        assertThat(drafted.text()).isEqualTo("template?");
        assertThat(drafted.use().author()).isNull();
        assertThat(drafted.use().calls()).extracting(Reply.Call::ending).containsExactly("ok", "ok");
    }

    @Test
    void does_not_ask_again_when_the_text_is_blocked() {
        ScriptedModel model = ScriptedModel.answering("BLOCK this");

        assertThat(draft(model).text()).isEqualTo("template?");
        assertThat(model.prompts()).hasSize(1);
    }

    @Test
    void uses_the_template_when_no_model_answers_or_the_model_throws() {
        LanguageModel broken = prompt -> {
            throw new IllegalStateException("broken");
        };

        assertThat(draft(ScriptedModel.unavailable()).text()).isEqualTo("template?");
        assertThat(draft(LanguageModel.none()).use()).isEqualTo(ModelUse.NONE);
        assertThat(draft(broken).text()).isEqualTo("template?");
    }

    @Test
    void quotes_nothing_when_safety_does_not_accept_the_template() {
        Author author = author("BLOCK this quote", "plain?");

        Drafted drafted = drafting(LanguageModel.none()).draft(author, understood(), FRAME, journal);

        assertThat(drafted.text()).isEqualTo("plain?");
    }

    private Drafted draft(LanguageModel model) {
        return drafting(model).draft(author("template?", "plain?"), understood(), FRAME, journal);
    }

    private static Drafting drafting(LanguageModel model) {
        SafetyGuard guard = SafetyGuard.builder().guard(DraftingTest::judge).build();
        return new Drafting(model, guard, AnswerCache.none(), new Speech(null));
    }

    private List<String> steps() {
        return journal.steps().stream()
                .map(step -> step.agent() + " " + step.decision())
                .toList();
    }

    /** Takes its verdict from the text. */
    private static List<SafetyReport.Finding> judge(Draft draft) {
        for (Verdict verdict : List.of(Verdict.BLOCK, Verdict.REWRITE)) {
            if (draft.text().contains(verdict.name())) {
                SafetyReport.Finding finding =
                        new SafetyReport.Finding("word", verdict, RiskDimension.ETHICAL, "it holds " + verdict.name());
                return List.of(finding);
            }
        }
        return List.of();
    }

    private static Author author(String composed, String plain) {
        return new Author() {
            @Override
            public Prompted prompt(List<String> faults) {
                return new Prompted(LlmPrompt.of("system", faults.toString()), "test.v1", "hash");
            }

            @Override
            public Composed compose() {
                return new Composed(composed, "test", Map.of());
            }

            @Override
            public Composed plain() {
                return new Composed(plain, "test", Map.of());
            }
        };
    }

    private static Understood understood() {
        Question question = Question.of("¿por dónde empiezo?").by("ana");
        CourseId course = new CourseId("algoritmos");
        SessionId session = new SessionId("s");
        Inquiry inquiry = new Inquiry(
                question,
                Account.of(question.student(), course),
                null,
                false,
                CoursePolicy.intermediate(),
                DataPolicy.LOCAL_ONLY,
                false,
                new Inquiry.Keys(
                        new SessionKey(course, question.student(), session),
                        ActivityKey.outside(course, question.student(), session)),
                "trace",
                Instant.EPOCH);
        return new Understood(
                inquiry,
                Gatekeeper.rules().assess(GatekeeperRequest.of(question.text())),
                SessionState.fresh(),
                Languages.VOSEO);
    }
}
