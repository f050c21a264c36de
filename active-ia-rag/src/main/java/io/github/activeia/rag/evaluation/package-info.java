/**
 * Measures retrieval with labelled questions. {@link io.github.activeia.rag.evaluation.RetrievalEvaluation} runs the questions of a
 * {@link io.github.activeia.rag.evaluation.BeirDataset} through a real store and a real retriever, and reports nDCG, recall, MRR and hit
 * rate at 10, overall and per type of question.
 *
 * <pre>{@code
 * BeirDataset data = BeirDataset.load(Path.of("xquad-es")).withNoise(QuestionNoise.student(7));
 * EvaluationReport report = RetrievalEvaluation.of(data, course).run(retriever);
 * report.overall().ndcg();
 * }</pre>
 *
 * <p>Trap: settings that were chosen on the questions they are reported on look better than they are;
 * {@link io.github.activeia.rag.evaluation.BeirDataset#half} splits them.
 */
@NullMarked
package io.github.activeia.rag.evaluation;

import org.jspecify.annotations.NullMarked;
