package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetSummary;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SparkStructType;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.resource.Resources;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.domain.task.Tasks;
import io.plumbline.http.Call;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The adapters of this package over things kept in memory. */
final class Desk {
    final MemoryRecords records = new MemoryRecords();
    final Kept<Dataset> kept = new Kept<>();
    final MemoryTasks tasks = new MemoryTasks();
    final Datasets datasets = new Datasets(
            new Resources<>(
                    new Resources.Kind("dataset", Permission.DATASET_READ, Permission.DATASET_WRITE),
                    kept,
                    new NoAudit(),
                    Samples.counting(),
                    () -> Samples.NOW),
            records);
    final RecordsAdapter adapter = new RecordsAdapter(
            datasets,
            records,
            new Ingest(kept, new Kept<Model>(), records),
            Samples.reader(),
            new RecordPatches(records, Samples.counting(), () -> Samples.NOW),
            Desk::summary,
            () -> 0.25);
    final DistributionsAdapter distributions = new DistributionsAdapter(datasets, records, tasks);

    Desk(Dataset... all) {
        List.of(all).forEach(kept::add);
    }

    static String id(Dataset dataset) {
        return WireId.of(dataset.id());
    }

    static Call call(Role role) {
        Caller caller = new Caller(new Id(1, 1), new Id(1, 9), "anna", List.of(new Grant(role, Optional.empty())));
        return new Call(
                Optional.of(caller), "trace-1", name -> List.of(), URI.create("http://localhost"), "/", Map.of());
    }

    private static DataSetSummary summary(Dataset dataset) {
        return DataSetSummary.builder()
                .dataMartId("mart")
                .type(DataSetType.of(dataset.type()))
                .target(Target.builder().targetType(TargetType.INSTANCE).build())
                .dataSchema(SparkStruct.builder()
                        .type(SparkStructType.STRUCT)
                        .fields(List.of())
                        .build())
                .build();
    }

    /** Runs the tasks that wait. */
    void work() {
        TaskHandler handler = new DistributionTask(kept, records);
        for (Task task : List.copyOf(tasks.all.values())) {
            if (task.state() == Task.State.QUEUED) {
                tasks.end(task, handler.run(task, (done, total, message) -> {}));
            }
        }
    }

    static final class Kept<T extends Resource<T>> implements Repository<T> {
        private final Map<Id, T> all = new TreeMap<>();

        @Override
        public void add(T resource) {
            all.put(resource.id(), resource);
        }

        @Override
        public Optional<T> find(Id organization, Id id) {
            return Optional.ofNullable(all.get(id))
                    .filter(found -> found.header().organization().equals(organization));
        }

        @Override
        public List<T> list(Id organization) {
            return List.copyOf(all.values());
        }

        @Override
        public void replace(T changed) {
            all.put(changed.id(), changed);
        }

        @Override
        public boolean remove(Id organization, Id id) {
            return all.remove(id) != null;
        }
    }

    static final class MemoryTasks implements Tasks {
        private final Map<Id, Task> all = new LinkedHashMap<>();
        private long count = 100;

        @Override
        public Task submit(Caller caller, Optional<Id> project, String kind, Id subject, Document input) {
            Task task = new Task(
                    new Id(8, ++count),
                    caller.organization(),
                    project,
                    kind,
                    subject,
                    input,
                    Task.State.QUEUED,
                    0,
                    0,
                    "",
                    Optional.empty(),
                    caller.name(),
                    Samples.NOW,
                    Optional.empty(),
                    Optional.empty());
            all.put(task.id(), task);
            return task;
        }

        void end(Task task, Document result) {
            all.put(task.id(), with(task, Task.State.FINISHED, "", Optional.of(result)));
        }

        void fail(Id id, String message) {
            all.computeIfPresent(id, (same, task) -> with(task, Task.State.FAILED, message, Optional.empty()));
        }

        private static Task with(Task task, Task.State state, String message, Optional<Document> result) {
            return new Task(
                    task.id(),
                    task.organization(),
                    task.project(),
                    task.kind(),
                    task.subject(),
                    task.input(),
                    state,
                    1,
                    1,
                    message,
                    result,
                    task.createdBy(),
                    task.createdAt(),
                    Optional.of(Samples.NOW),
                    Optional.of(Samples.NOW));
        }

        @Override
        public Optional<Task> find(Id organization, Id id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Task> about(Id organization, String kind, Id subject) {
            List<Task> found = new ArrayList<>(all.values());
            found.removeIf(task -> !task.kind().equals(kind) || !task.subject().equals(subject));
            return found.reversed();
        }

        @Override
        public boolean cancel(Id organization, Id id) {
            all.computeIfPresent(id, (same, task) -> with(task, Task.State.CANCELLED, "", Optional.empty()));
            return true;
        }

        @Override
        public int forget(Id organization, String kind, Id subject) {
            List<Task> over = about(organization, kind, subject).stream()
                    .filter(task -> task.state().isOver())
                    .toList();
            over.forEach(task -> all.remove(task.id()));
            return over.size();
        }
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void append(Caller caller, String action, String what, Id id) {
            throw new PlumblineException(new Failure.NotSupported("nothing here changes a data set itself"));
        }

        @Override
        public List<AuditEntry> entries(Id organization, long after, int limit) {
            return List.of();
        }

        @Override
        public OptionalLong firstBroken() {
            return OptionalLong.empty();
        }
    }
}
