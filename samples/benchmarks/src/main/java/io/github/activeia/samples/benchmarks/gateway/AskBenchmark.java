package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.Reply;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.trace.TraceStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One question after the other: a model that answers at once, and material that costs nothing to find. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AskBenchmark {
    private final Classroom room = new Classroom();

    /** Whether the model writes sixteen sentences, and not five. */
    @Param({"false", "true"})
    private boolean lengthy;

    /** Whether the course has stored solutions. */
    @Param({"false", "true"})
    private boolean solutions;

    private ActiveIa tutor = tutor(ReplayedModel.of(List.of(Classroom.reply(false))), SolutionIndex.none());

    /** Builds the tutor. */
    @Setup
    public void prepare() {
        SolutionIndex index = solutions ? new WordSolutions(Classroom.solutions()) : SolutionIndex.none();
        tutor = tutor(ReplayedModel.of(List.of(Classroom.reply(lengthy))), index);
    }

    static ActiveIa tutor(ReplayedModel model, SolutionIndex index) {
        return ActiveIa.builder()
                .knowledge(Classroom.knowledge())
                .solutions(index)
                .activities(ActivityCatalog.of(List.of(Classroom.activity())))
                .llm(model)
                .traces(TraceStore.none())
                .build();
    }

    /** Asks the next question. */
    @Benchmark
    public Reply ask() {
        return Classroom.answered(tutor.ask(room.next()));
    }
}
