package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_INPUT;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_PIN;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.DatasetInput;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Gathers what runs logged, a query per table whatever the count of runs. */
final class RunViews {
    private final DSLContext sql;
    private final Id user;
    private final Map<Long, Run> runs = new HashMap<>();
    private final List<Long> order = new ArrayList<>();

    RunViews(DSLContext sql, Id user, Collection<Run> asked) {
        this.sql = sql;
        this.user = user;
        asked.forEach(run -> order.add(run.number()));
    }

    List<RunView> views() {
        sql.selectFrom(RUN)
                .where(RUN.RUN_NUMBER.in(order))
                .forEach(row -> runs.put(row.getRunNumber(), RunRows.run(row)));
        Map<Long, SortedMap<String, String>> params = new HashMap<>();
        sql.select(RUN_PARAM.RUN, RUN_PARAM.NAME, RUN_PARAM.VALUE)
                .from(RUN_PARAM)
                .where(RUN_PARAM.RUN.in(order))
                .forEach(row -> under(params, row.value1()).put(row.value2(), row.value3()));
        Map<Long, SortedMap<String, String>> tags = new HashMap<>();
        sql.select(RUN_TAG.RUN, RUN_TAG.NAME, RUN_TAG.VALUE)
                .from(RUN_TAG)
                .where(RUN_TAG.RUN.in(order))
                .forEach(row -> under(tags, row.value1()).put(row.value2(), row.value3()));
        Map<Long, List<MetricSummary>> metrics = PackedSummaries.read(sql, order);
        Map<Long, List<DatasetInput>> inputs = inputs();
        Set<Long> pinned = pinned();
        Set<Id> parents = parents();
        List<RunView> views = new ArrayList<>();
        for (Long number : order) {
            Run run = runs.get(number);
            if (run != null) {
                views.add(new RunView(
                        run,
                        params.getOrDefault(number, new TreeMap<>()),
                        tags.getOrDefault(number, new TreeMap<>()),
                        metrics.getOrDefault(number, List.of()),
                        inputs.getOrDefault(number, List.of()),
                        pinned.contains(number),
                        parents.contains(run.id()),
                        false));
            }
        }
        return views;
    }

    private static SortedMap<String, String> under(Map<Long, SortedMap<String, String>> all, long run) {
        return all.computeIfAbsent(run, _ -> new TreeMap<>());
    }

    private Map<Long, List<DatasetInput>> inputs() {
        Map<Long, List<DatasetInput>> inputs = new HashMap<>();
        sql.selectFrom(RUN_INPUT)
                .where(RUN_INPUT.RUN.in(order))
                .orderBy(RUN_INPUT.RUN, RUN_INPUT.ORDINAL)
                .forEach(row -> inputs.computeIfAbsent(row.getRun(), _ -> new ArrayList<>())
                        .add(RunInputs.input(row)));
        return inputs;
    }

    private Set<Long> pinned() {
        return new HashSet<>(sql.select(RUN_PIN.RUN)
                .from(RUN_PIN)
                .where(RUN_PIN.USER_ACCOUNT.eq(user.toString()))
                .and(RUN_PIN.RUN.in(order))
                .fetch(RUN_PIN.RUN));
    }

    private Set<Id> parents() {
        List<String> ids =
                runs.values().stream().map(run -> run.id().toString()).toList();
        return new HashSet<>(sql.selectDistinct(RUN.PARENT)
                .from(RUN)
                .where(RUN.PARENT.in(ids))
                .and(RUN.LIFECYCLE.eq(Lifecycle.ACTIVE.name()))
                .fetch(row -> Id.of(row.value1())));
    }
}
