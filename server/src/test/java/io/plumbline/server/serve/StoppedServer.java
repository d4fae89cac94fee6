package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Repository;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.DatasetLookup;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks into the data of a server that does not run, past its API. */
final class StoppedServer implements Closeable {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final Opened opened;
    private final DatasetLookup datasets;
    private final LoggedRecordStore records;

    private StoppedServer(Opened opened, DatasetLookup datasets, LoggedRecordStore records) {
        this.opened = opened;
        this.datasets = datasets;
        this.records = records;
    }

    static StoppedServer at(Path data) throws IOException {
        Opened opened = new Opened();
        InstantSource clock = InstantSource.system();
        Database database = Database.sqlite(data.resolve("plumbline.db"));
        opened.keep(database::close);
        Identities identities = new SqlIdentities(database);
        Repository<Dataset> repository = SqlRepository.datasets(database);
        DatasetLookup datasets = DatasetLookup.over(identities, repository);
        EngineOnDemand engine = new EngineOnDemand(DuckDbSettings.ofMachine());
        opened.keep(engine);
        Parts parts =
                Records.parts(database, identities, engine, new DataSketches(), Ids.of(clock, new SecureRandom()));
        LoggedRecordStore records = LoggedRecordStore.open(data, StoreSettings.defaults(), parts, clock);
        opened.keep(records);
        return new StoppedServer(opened, datasets, records);
    }

    /** The profiles of a data set as they are kept. */
    List<ProfileCell> cells(String dataSet) {
        return records.cells(dataset(dataSet), Instant.EPOCH, FAR, EnumSet.allOf(SketchKind.class));
    }

    /** The profiles as they follow from the records. */
    List<ProfileCell> recomputedCells(String dataSet) {
        records.recompute(dataset(dataSet));
        return cells(dataSet);
    }

    private Dataset dataset(String dataSet) {
        Id id = Id.of(UUID.fromString(dataSet)).orElseThrow();
        return datasets.find(id).orElseThrow();
    }

    static Map<String, String> digests(List<ProfileCell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(
                        cell -> cell.hour() + " " + cell.column(),
                        cell -> cell.profile().digest()));
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
