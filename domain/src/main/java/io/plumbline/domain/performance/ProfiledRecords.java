package io.plumbline.domain.performance;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.measures.performance.PerformanceProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which records are profiled, and how.
 *
 * @param dataset whose records they are
 * @param columns of it
 * @param other whose records are joined by their ids
 * @param otherColumns of that one
 * @param settings what the profiles depend on besides the records and what is written in them
 * @param start begins profiles without records
 * @param read reads a profile from its bytes
 * @param <P> the kind of profile
 */
public record ProfiledRecords<P extends PerformanceProfile<P>>(
        Dataset dataset,
        List<Column> columns,
        Optional<Dataset> other,
        List<Column> otherColumns,
        List<String> settings,
        Supplier<ProfileMaker<P>> start,
        Function<byte[], P> read) {
    /** Keeps unmodifiable copies. */
    public ProfiledRecords {
        columns = List.copyOf(columns);
        otherColumns = List.copyOf(otherColumns);
        settings = List.copyOf(settings);
    }

    /** A text that is equal where profiles of equal records are equal; each part says how long it is, so that no two lists give one text. */
    String subject() {
        StringBuilder subject = new StringBuilder();
        add(subject, dataset.id().toString());
        add(subject, columns);
        add(subject, other.map(each -> each.id().toString()).orElse(""));
        add(subject, otherColumns);
        settings.forEach(setting -> add(subject, setting));
        start.get().profiles().forEach(empty -> add(subject, empty.digest()));
        return subject.toString();
    }

    private static void add(StringBuilder subject, List<Column> columns) {
        subject.append(columns.size()).append(' ');
        columns.forEach(column -> {
            add(subject, column.name());
            add(subject, column.type().name());
            add(subject, column.role().name());
        });
    }

    private static void add(StringBuilder subject, String part) {
        subject.append(part.length()).append(':').append(part);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
