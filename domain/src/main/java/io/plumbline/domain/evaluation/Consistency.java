package io.plumbline.domain.evaluation;

import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.profile.Profile;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts records that have a value which the baseline's metadata does not allow, as {@link MetadataDrift} says what that is. */
final class Consistency {
    private final Map<String, Profile> baselines = new TreeMap<>();
    private final Map<String, Long> violations = new TreeMap<>();
    private long rows;
    private long inconsistent;

    /** Of these columns, as far as the baseline has them. */
    Consistency(List<Column> columns, Optional<BaselineProfiles> baseline) {
        for (Column column : columns) {
            baseline.map(profiles -> profiles.columns().get(column.name()))
                    .filter(profile -> isKnown(profile)
                            && Optional.of(profile.spec().type())
                                    .equals(column.type().measured()))
                    .ifPresent(profile -> baselines.put(column.name(), profile));
        }
    }

    /** A column whose categories were not all kept has values that are new or were not kept, nobody knows which. */
    private static boolean isKnown(Profile profile) {
        return profile.tally().values() > 0
                && (profile.spec().type().isNumeric()
                        || profile.asColumn().categories().isComplete());
    }

    /** The columns that are looked at. */
    List<String> columns() {
        return List.copyOf(baselines.keySet());
    }

    long rows() {
        return rows;
    }

    /** Records with at least one value that is not allowed. */
    long inconsistent() {
        return inconsistent;
    }

    /** By column, how many of its values are not allowed. */
    Map<String, Long> byColumn() {
        return new TreeMap<>(violations);
    }

    void add(RecordBatch batch) {
        rows += batch.rows();
        BitSet broken = new BitSet(batch.rows());
        for (BatchColumn column : batch.columns()) {
            Profile baseline = baselines.get(column.name());
            if (baseline != null) {
                BitSet of = broken(column, baseline);
                violations.merge(column.name(), (long) of.cardinality(), Long::sum);
                broken.or(of);
            }
        }
        inconsistent += broken.cardinality();
    }

    private static BitSet broken(BatchColumn column, Profile baseline) {
        BitSet broken = baseline.spec().type().isNumeric() ? outside(column, baseline) : unknown(column, baseline);
        boolean mayMiss = baseline.tally().missing() + baseline.tally().nan() > 0;
        if (!mayMiss) {
            broken.or(column.missing());
        }
        return broken;
    }

    private static BitSet outside(BatchColumn column, Profile baseline) {
        Moments moments = baseline.asColumn().moments();
        double[] numbers = column instanceof BatchColumn.Timestamps times
                ? java.util.Arrays.stream(times.micros()).asDoubleStream().toArray()
                : BatchColumns.numbers(column);
        BitSet broken = new BitSet(numbers.length);
        for (int row = 0; row < numbers.length; row++) {
            if (!column.missing().get(row) && !(numbers[row] >= moments.min() && numbers[row] <= moments.max())) {
                broken.set(row);
            }
        }
        return broken;
    }

    private static BitSet unknown(BatchColumn column, Profile baseline) {
        CategoryCounts known = baseline.asColumn().categories();
        @Nullable String[] values = BatchColumns.classes(column);
        BitSet broken = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            String value = values[row];
            if (value != null && known.count(value) == 0) {
                broken.set(row);
            }
        }
        return broken;
    }
}
