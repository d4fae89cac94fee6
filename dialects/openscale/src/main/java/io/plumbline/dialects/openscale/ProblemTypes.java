package io.plumbline.dialects.openscale;

import io.plumbline.dialects.openscale.wire.ProblemType;
import io.plumbline.domain.model.Model.Task;
import java.util.stream.Stream;

/** What models are for, as this dialect and as the core say it. The dialect knows no ranking, and tells several tasks of generation apart. */
public final class ProblemTypes {
    private ProblemTypes() {}

    /** What a model of this problem type does. */
    public static Task task(ProblemType problem) {
        return switch (problem) {
            case BINARY -> Task.BINARY_CLASSIFICATION;
            case MULTICLASS, CLASSIFICATION -> Task.MULTICLASS_CLASSIFICATION;
            case REGRESSION -> Task.REGRESSION;
            case QUESTION_ANSWERING, SUMMARIZATION, RETRIEVAL_AUGMENTED_GENERATION, GENERATION, CODE, EXTRACTION ->
                Task.GENERATION;
        };
    }

    /** The problem types of models that do this. */
    public static Stream<ProblemType> of(Task task) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> Stream.of(ProblemType.BINARY);
            case MULTICLASS_CLASSIFICATION -> Stream.of(ProblemType.MULTICLASS);
            case REGRESSION -> Stream.of(ProblemType.REGRESSION);
            case GENERATION ->
                Stream.of(
                        ProblemType.QUESTION_ANSWERING,
                        ProblemType.SUMMARIZATION,
                        ProblemType.RETRIEVAL_AUGMENTED_GENERATION,
                        ProblemType.CLASSIFICATION,
                        ProblemType.GENERATION,
                        ProblemType.CODE,
                        ProblemType.EXTRACTION);
            case RANKING, UNKNOWN -> Stream.empty();
        };
    }
}
