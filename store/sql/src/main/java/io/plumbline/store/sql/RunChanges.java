package io.plumbline.store.sql;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which runs changed lately in what they logged. The one writer of a database says so before it commits, so whoever sees a change in the database finds it here;
 * and what was said by the last commit is in the database for sure. Safe for use by several threads.
 */
final class RunChanges {
    private static final int MOST_EXPERIMENTS = 256;
    private static final int MOST_RUNS = 500;

    private final Map<Long, Recent> byExperiment = new LinkedHashMap<>(16, 0.75f, true);
    private long last;
    private long settled;
    private long forgotten;

    /** A run is about to change. */
    synchronized void add(long experiment, long run) {
        last++;
        byExperiment.computeIfAbsent(experiment, _ -> new Recent(forgotten)).add(run, last);
        if (byExperiment.size() > MOST_EXPERIMENTS) {
            var eldest = byExperiment.entrySet().iterator();
            eldest.next();
            eldest.remove();
            forgotten = last;
        }
    }

    /** All changes of before are committed or given up. */
    synchronized void settle() {
        settled = last;
    }

    /** The last change that everybody sees who looks from now on, if it was not given up. */
    synchronized long settled() {
        return settled;
    }

    /** The runs of an experiment that changed after a change; empty where these are too many to tell. */
    synchronized Optional<BitSet> since(long experiment, long change) {
        Recent recent = byExperiment.get(experiment);
        long unknown = recent == null ? forgotten : recent.forgotten;
        if (change < unknown) {
            return Optional.empty();
        }
        return Optional.of(recent == null ? new BitSet() : recent.since(change));
    }

    /** The last changes of each run of an experiment, the latest at the end. */
    private static final class Recent {
        private final LinkedHashMap<Long, Long> changes = new LinkedHashMap<>();
        private long forgotten;

        Recent(long forgotten) {
            this.forgotten = forgotten;
        }

        void add(long run, long change) {
            changes.putLast(run, change);
            if (changes.size() > MOST_RUNS) {
                forgotten = changes.pollFirstEntry().getValue();
            }
        }

        BitSet since(long change) {
            BitSet runs = new BitSet();
            for (Map.Entry<Long, Long> entry : changes.sequencedEntrySet().reversed()) {
                if (entry.getValue() <= change) {
                    break;
                }
                runs.set(Math.toIntExact(entry.getKey()));
            }
            return runs;
        }
    }
}
