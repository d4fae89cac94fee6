package io.plumbline.store.records;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.store.records.log.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A record store over fakes, which can crash: what is then on disk and in the manifest is taken up by the next. */
final class StoreFixture implements AutoCloseable {
    static final Id ORGANIZATION = new Id(1, 1);
    static final Id DATASET = new Id(2, 2);

    /** Nothing happens by itself. */
    static final StoreSettings STILL = StoreSettings.defaults()
            .with(LogSettings.defaults().withSegmentBytes(2_000))
            .withTick(Duration.ofHours(1));

    private final Path root;
    private final StoreSettings settings;
    private final Map<Id, Dataset> datasets;
    final FakeManifest manifest;
    final FakeEngine engine = new FakeEngine();
    final FakeProfiler profiler = new FakeProfiler();
    final LoggedRecordStore store;
    final Path folder;

    static StoreFixture open(Path root, StoreSettings settings) throws IOException {
        Map<Id, Dataset> datasets = new ConcurrentHashMap<>();
        datasets.put(DATASET, dataset(DATASET, ValueType.NUMBER));
        return new StoreFixture(root, root.resolve("0"), settings, datasets, new FakeManifest());
    }

    private StoreFixture(
            Path root, Path folder, StoreSettings settings, Map<Id, Dataset> datasets, FakeManifest manifest)
            throws IOException {
        this.root = root;
        this.folder = folder;
        this.settings = settings;
        this.datasets = datasets;
        this.manifest = manifest;
        Parts parts = new Parts(
                manifest,
                engine,
                profiler,
                id -> Optional.ofNullable(datasets.get(id)),
                Ids.of(InstantSource.system(), new Random()));
        store = LoggedRecordStore.open(folder, settings, parts, InstantSource.system());
    }

    /** A dataset with the column {@code x}. */
    static Dataset dataset(Id id, ValueType type) {
        Header header = new Header(id, ORGANIZATION, Optional.empty(), 1, Stamp.made(Instant.EPOCH, "test"));
        return new Dataset(
                header,
                Optional.empty(),
                Dataset.Kind.PRODUCTION,
                "payload",
                "test",
                "",
                new Schema(1, List.of(Column.of("x", type, ColumnRole.FEATURE))),
                Dataset.Growth.GROWING,
                Optional.empty(),
                Document.EMPTY);
    }

    Dataset dataset() {
        return datasets.getOrDefault(DATASET, dataset(DATASET, ValueType.NUMBER));
    }

    void put(Dataset dataset) {
        datasets.put(dataset.id(), dataset);
    }

    void addColumn(Column column) {
        List<Column> columns = Stream.concat(dataset().schema().columns().stream(), Stream.of(column))
                .toList();
        put(dataset().with(dataset().schema().next(columns)));
    }

    /** The ids of all records, by event time. */
    List<String> ids() {
        return records().stream().map(StoredRecord::id).toList();
    }

    List<StoredRecord> records() {
        return store.find(dataset(), RecordQuery.first(100_000)).records();
    }

    /** The digest of each cell of all times. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (ProfileCell cell : cells(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(100_000)))) {
            digests.put(cell.hour() + " " + cell.column(), cell.profile().digest());
        }
        return digests;
    }

    List<ProfileCell> cells(Instant from, Instant until) {
        return store.cells(dataset(), from, until, EnumSet.allOf(SketchKind.class));
    }

    List<Path> files() {
        return files(folder.resolve("records"));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another store on what a crash at this moment leaves. This one is not used any more, but closed at the end. */
    StoreFixture crash() throws IOException {
        Path copy = root.resolve(Integer.toString(folder.getFileName().hashCode() & 0xffff) + "-" + System.nanoTime());
        for (Path file : files(folder)) {
            Path target = copy.resolve(folder.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        FakeManifest committed = manifest.copy();
        close();
        return new StoreFixture(root, copy, settings, datasets, committed);
    }

    StoreFixture reopen() throws IOException {
        close();
        return new StoreFixture(root, folder, settings, datasets, manifest);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
