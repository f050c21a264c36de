package io.github.activeia.rag.retrieval;

/**
 * What speaks for and against that the passages answer the question. Every figure is relative to the question or to the candidates, so
 * that it means the same in every course.
 *
 * @param coverage the share of the question's rare words, by weight, that the best passage contains; 0 to 1
 * @param bestCoverage the largest such share among the first five passages; 0 to 1
 * @param wordStrength the best BM25 over the most that the question's words could give; 0 to about 1
 * @param wordOutlier how many standard deviations the best BM25 is above the mean of the candidates
 * @param unknown the share of the question's own words that the course never uses; 0 to 1
 * @param ownWords the logarithm of one more than the number of words that are not mere asking
 * @param cosine the best cosine
 * @param meaningOutlier how many standard deviations the best cosine is above the mean of the candidates
 * @param meaningOfWords the cosine, in the same standard deviations, of the best passage by words
 * @param agreement the share of the ten best by words that are among the ten best by meaning; 0 to 1
 */
public record Evidence(
        double coverage,
        double bestCoverage,
        double wordStrength,
        double wordOutlier,
        double unknown,
        double ownWords,
        double cosine,
        double meaningOutlier,
        double meaningOfWords,
        double agreement) {

    /** How many of the figures, from the first on, rest on words alone. */
    public static final int LEXICAL = 6;

    /** Returns the figures in their order. */
    public double[] toArray() {
        return new double[] {
            coverage,
            bestCoverage,
            wordStrength,
            wordOutlier,
            unknown,
            ownWords,
            cosine,
            meaningOutlier,
            meaningOfWords,
            agreement
        };
    }
}
