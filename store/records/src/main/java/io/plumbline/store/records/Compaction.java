package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.store.records.Rewriter.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which files are to be put in place of which. */
final class Compaction {
    private static final Plan NOTHING = new Plan(List.of(), List.of(), Optional.empty(), List.of());

    private final Rewriter rewriter;
    private final StoreSettings settings;

    Compaction(Rewriter rewriter, StoreSettings settings) {
        this.rewriter = rewriter;
        this.settings = settings;
    }

    /** Merges small files where there are many, and folds changes in where they lie in many files. */
    void compact(Id dataset) {
        rewriter.rewrite(
                dataset,
                (records, changes) -> changes.size() >= settings.changeFiles()
                        ? foldAll(records, changes)
                        : mergeSmall(records, changes));
    }

    /** Folds all changes into the records. Where there are none, nobody waits for files that are merged meanwhile. */
    void fold(Id dataset) {
        if (rewriter.hasChanges(dataset)) {
            rewriter.rewrite(dataset, (records, changes) -> changes.isEmpty() ? NOTHING : foldAll(records, changes));
        }
    }

    /** Leaves out records that are too old. */
    void expire(Id dataset, Instant before) {
        rewriter.rewrite(dataset, (records, changes) -> {
            List<RecordFile> expired = those(records, file -> file.latest().isBefore(before));
            List<RecordFile> partly = those(
                    records,
                    file -> file.earliest().isBefore(before) && !file.latest().isBefore(before));
            List<RecordFile> gone = new ArrayList<>(expired);
            gone.addAll(ofNoUse(changes, those(records, file -> !expired.contains(file))));
            return new Plan(partly.stream().map(List::of).toList(), List.of(), Optional.of(before), gone);
        });
    }

    private Plan mergeSmall(List<RecordFile> records, List<RecordFile> changes) {
        List<RecordFile> small = those(records, this::isSmall);
        if (small.size() < settings.smallFiles()) {
            return NOTHING;
        }
        List<List<RecordFile>> groups =
                groups(small).stream().filter(group -> group.size() > 1).toList();
        List<RecordFile> untouched = those(records, file -> groups.stream().noneMatch(group -> group.contains(file)));
        return new Plan(groups, changes, Optional.empty(), ofNoUse(changes, untouched));
    }

    private boolean isSmall(RecordFile file) {
        return file.bytes() < settings.smallBytes() && file.rows() < settings.smallRows();
    }

    private Plan foldAll(List<RecordFile> records, List<RecordFile> changes) {
        return new Plan(groups(records), changes, Optional.empty(), changes);
    }

    /** Neighbours, as many together as make a file of the wanted size. */
    private List<List<RecordFile>> groups(List<RecordFile> files) {
        List<List<RecordFile>> groups = new ArrayList<>();
        long bytes = Long.MAX_VALUE / 2;
        for (RecordFile file : files) {
            if (bytes + file.bytes() > settings.mergedBytes()) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.getLast().add(file);
            bytes += file.bytes();
        }
        return groups;
    }

    /** Changes that no untouched file needs: a change acts on records that came before it. */
    private static List<RecordFile> ofNoUse(List<RecordFile> changes, List<RecordFile> untouched) {
        long first = untouched.stream().mapToLong(RecordFile::sequence).min().orElse(Long.MAX_VALUE);
        return those(changes, change -> change.sequence() < first);
    }

    private static List<RecordFile> those(List<RecordFile> files, Predicate<RecordFile> condition) {
        return files.stream().filter(condition).toList();
    }
}
