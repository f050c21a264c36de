package io.github.activeia.samples.quickstart;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Question;
import io.github.activeia.core.StudentId;
import java.util.List;

/** Plays scenes: asks what the students say, reports their attempts, prints what comes back. */
final class Player {
    private final ActiveIa ia;
    private final LastTrace last;
    private final Transcript transcript;
    private final CourseId course;

    Player(ActiveIa ia, LastTrace last, Transcript transcript, CourseId course) {
        this.ia = ia;
        this.last = last;
        this.transcript = transcript;
        this.course = course;
    }

    void play(List<Scene> scenes) {
        int number = 1;
        for (Scene scene : scenes) {
            transcript.scene(number++, scene.title());
            scene.turns().forEach(turn -> play(scene, turn));
        }
    }

    private void play(Scene scene, Scene.Turn turn) {
        if (turn.say() != null) {
            transcript.student(scene.student(), scene.activity(), turn.say());
            transcript.reply(ia.ask(question(scene, turn.say())), last.get());
        }
        if (turn.attempt() != null) {
            transcript.attempt(scene.student(), turn.attempt(), attempt(scene, turn.attempt()));
        }
    }

    private Question question(Scene scene, String text) {
        Question question = Question.of(text).by(scene.student()).in(course.value());
        return scene.activity() == null ? question : question.on(scene.activity());
    }

    private HelpLevel attempt(Scene scene, String outcome) {
        if (scene.activity() == null) {
            throw new InvalidValueException("attempt", "belong to an activity", "without one", "name it in the scene");
        }
        AttemptOutcome ended = outcome.equals("failed") ? AttemptOutcome.FAILED : AttemptOutcome.SOLVED_STEP;
        return ia.attempt(new StudentId(scene.student()), course, new ActivityId(scene.activity()), ended);
    }
}
