package io.plumbline.domain.registration;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.MemoryRepository;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.artifact.MemoryBlobs;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.MonitorRules;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.monitor.TestCalendar;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.MemoryRecordStore;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.resource.Resources;
import io.plumbline.measures.table.ColumnRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** All that registering needs, in memory. */
final class Desk {
    static final Id ORGANIZATION = new Id(1, 1);
    static final Caller EDITOR = caller(Role.EDITOR);
    static final Caller VIEWER = caller(Role.VIEWER);

    final MemoryRepository<Model> modelRepository = new MemoryRepository<>("model");
    final MemoryRepository<Dataset> datasetRepository = new MemoryRepository<>("dataset");
    final MemoryRecordStore store = new MemoryRecordStore();
    final List<String> audited = new ArrayList<>();
    private final Resources<Dataset> datasetResources = new Resources<>(
            new Resources.Kind("dataset", Permission.DATASET_READ, Permission.DATASET_WRITE),
            datasetRepository,
            new Notes(),
            Ids.of(Instant::now, new Random(1)),
            () -> Instant.EPOCH);
    final Datasets datasets = new Datasets(datasetResources, store);
    private final Resources<Monitor> monitorResources = new Resources<>(
            new Resources.Kind("monitor", Permission.MONITOR_READ, Permission.MONITOR_WRITE),
            new MemoryRepository<Monitor>("monitor"),
            new Notes(),
            Ids.of(Instant::now, new Random(3)),
            () -> Instant.EPOCH);
    final MonitorDefinitions definitions = new MonitorDefinitions(
            new Resources<>(
                    new Resources.Kind("monitor definition", Permission.MONITOR_READ, Permission.MONITOR_WRITE),
                    new MemoryRepository<CustomMonitor>("monitor definition"),
                    new Notes(),
                    Ids.of(Instant::now, new Random(4)),
                    () -> Instant.EPOCH),
            monitorResources);
    final MemoryRepository<MonitorArchive> archiveRepository = new MemoryRepository<>("monitor archive");
    final MemoryBlobs blobs = new MemoryBlobs();
    final MonitorArchives archives = new MonitorArchives(
            new Resources<>(
                    new Resources.Kind("monitor archive", Permission.MONITOR_READ, Permission.MONITOR_WRITE),
                    archiveRepository,
                    new Notes(),
                    Ids.of(Instant::now, new Random(5)),
                    () -> Instant.EPOCH),
            blobs,
            Ids.of(Instant::now, new Random(6)),
            10);
    final Monitors monitors = new Monitors(
            monitorResources, definitions, archives, modelRepository, MonitorRules.NONE, new TestCalendar());
    final MemoryBaselineStore baselineProfiles = new MemoryBaselineStore();
    final Baselines baselines = new Baselines(
            new Resources<>(
                    new Resources.Kind("baseline", Permission.MONITOR_READ, Permission.MONITOR_WRITE),
                    new MemoryRepository<Baseline>("baseline"),
                    new Notes(),
                    Ids.of(Instant::now, new Random(7)),
                    () -> Instant.EPOCH),
            datasetResources,
            baselineProfiles);
    final Registration registration = new Registration(
            new Resources<>(
                    new Resources.Kind("model", Permission.MODEL_READ, Permission.MODEL_WRITE),
                    modelRepository,
                    new Notes(),
                    Ids.of(Instant::now, new Random(2)),
                    () -> Instant.EPOCH),
            datasets,
            monitors,
            baselines);

    Model registered() {
        return registration.add(EDITOR, Optional.empty(), Desk::model, Desk::production);
    }

    Dataset feedback(Model model) {
        return datasets.add(
                EDITOR,
                Optional.empty(),
                header -> dataset(header, Optional.of(model.id()), Kind.LABELS, Schema.EMPTY));
    }

    Monitor monitored(Model model, String definition) {
        return monitors.add(
                EDITOR,
                BuiltInMonitors.find(definition).orElseThrow(),
                model,
                header -> new Monitor(header, definition, model.id(), "", Document.EMPTY));
    }

    /** A baseline of a model that was compared with. */
    Baseline baseline(Model model) {
        Baseline added = baseline(model, feedback(model));
        baselineProfiles.put(added.id(), new BaselineProfiles(added.name(), 1, "", new TreeMap<>()));
        return added;
    }

    Baseline baseline(Model model, Dataset dataset) {
        return baselines.add(
                EDITOR,
                model,
                header -> new Baseline(header, model.id(), "before", new Baseline.Training(dataset.id())));
    }

    void append(Dataset dataset, String... ids) {
        RecordBatch batch = new RecordBatch(
                ids,
                new long[ids.length],
                Optional.empty(),
                List.of(new BatchColumn.Integers("age", new long[ids.length], new BitSet())));
        store.append(dataset.id(), "batch", batch);
    }

    static Model model(Header header) {
        return new Model(
                header, "credit", "1", Task.UNKNOWN, age(), Optional.empty(), Optional.empty(), Document.EMPTY);
    }

    static Dataset production(Header header, Model model) {
        return dataset(header, Optional.of(model.id()), Kind.PRODUCTION, model.schema());
    }

    static Dataset dataset(Header header, Optional<Id> model, Kind kind, Schema schema) {
        return new Dataset(
                header, model, kind, "any", kind.name(), "", schema, Growth.GROWING, Optional.empty(), Document.EMPTY);
    }

    static Schema age() {
        return new Schema(1, List.of(Column.of("age", ValueType.INTEGER, ColumnRole.FEATURE)));
    }

    private static Caller caller(Role role) {
        return new Caller(ORGANIZATION, new Id(1, 2), "anna", List.of(new Grant(role, Optional.empty())));
    }

    private final class Notes implements AuditLog {
        @Override
        public void append(Caller caller, String action, String what, Id id) {
            audited.add(action + " " + what);
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
