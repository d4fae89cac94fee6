package io.plumbline.domain.evaluation;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.ColumnChunks;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a dataset by what they are for. */
record ModelColumns(Schema schema) {
    static ModelColumns of(Dataset dataset) {
        return new ModelColumns(dataset.schema());
    }

    /** The inputs of the model that are measured. */
    List<Column> features() {
        return measured(ColumnRole.FEATURE);
    }

    /** What the model said. */
    Optional<Column> prediction() {
        return first(ColumnRole.PREDICTION);
    }

    /** What was true. */
    Optional<Column> target() {
        return first(ColumnRole.TARGET);
    }

    /** How much a row counts. */
    Optional<Column> weight() {
        return first(ColumnRole.WEIGHT).filter(column -> column.type() != ValueType.TEXT);
    }

    /** How sure the model was: the probabilities of all classes where there are such, else the first number. */
    Optional<Column> score() {
        return scores().stream().findFirst();
    }

    /** All columns of how sure the model was, those with the probabilities of all classes first. */
    List<Column> scores() {
        List<Column> scores = measured(ColumnRole.SCORE);
        Stream<Column> vectors = scores.stream().filter(column -> column.type() == ValueType.VECTOR);
        Stream<Column> numbers = scores.stream()
                .filter(column -> column.type() != ValueType.VECTOR)
                .filter(column -> ColumnChunks.measuredType(column.type()).isNumeric());
        return Stream.concat(vectors, numbers).toList();
    }

    /** All columns of what the model said. */
    List<Column> predictions() {
        return measured(ColumnRole.PREDICTION);
    }

    private Optional<Column> first(ColumnRole role) {
        return measured(role).stream().findFirst();
    }

    private List<Column> measured(ColumnRole role) {
        return schema.columns().stream()
                .filter(column -> column.role() == role && ColumnChunks.isMeasured(column.type()))
                .toList();
    }
}
