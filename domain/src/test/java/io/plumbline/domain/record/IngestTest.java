package io.plumbline.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.MemoryRepository;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestTest {
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Id MODEL = new Id(2, 2);
    private static final Document DISCRETE = new Document("{\"measure\":\"discrete\"}");

    private final MemoryRepository<Dataset> datasets = new MemoryRepository<>("dataset");
    private final MemoryRepository<Model> models = new MemoryRepository<>("model");
    private final MemoryRecordStore store = new MemoryRecordStore();
    private final Ingest ingest = new Ingest(datasets, models, store);

    @Test
    void aColumnThatTheModelNamesIsTakenUpInItsRole() {
        models.add(model());
        Dataset dataset = dataset();
        ingest.append(caller(Role.EDITOR), dataset, "batch", batch());
        Column age = grown(dataset).column("age").orElseThrow();
        assertThat(age).isEqualTo(new Column("age", ValueType.INTEGER, ColumnRole.FEATURE, DISCRETE));
        assertThat(grown(dataset).column("other").orElseThrow().role()).isEqualTo(ColumnRole.METADATA);
    }

    @Test
    void recordsOfAModelThatIsGoneAreStillTaken() {
        Dataset dataset = dataset();
        ingest.append(caller(Role.EDITOR), dataset, "batch", batch());
        assertThat(grown(dataset).column("age").orElseThrow().role()).isEqualTo(ColumnRole.METADATA);
        assertThat(store.count(dataset.id())).isOne();
    }

    @Test
    void whoMayOnlyReadAddsNothing() {
        Dataset dataset = dataset();
        assertThatThrownBy(() -> ingest.append(caller(Role.VIEWER), dataset, "batch", batch()))
                .hasMessageContaining("record.write");
        assertThat(store.count(dataset.id())).isZero();
    }

    private Schema grown(Dataset dataset) {
        return datasets.find(ORGANIZATION, dataset.id()).orElseThrow().schema();
    }

    private Dataset dataset() {
        Dataset dataset = new Dataset(
                header(new Id(3, 3)),
                Optional.of(MODEL),
                Kind.PRODUCTION,
                "any",
                "payload",
                "",
                Schema.EMPTY,
                Growth.GROWING,
                Optional.empty(),
                Document.EMPTY);
        datasets.add(dataset);
        return dataset;
    }

    private static Model model() {
        Column age = new Column("age", ValueType.NUMBER, ColumnRole.FEATURE, DISCRETE);
        return new Model(
                header(MODEL),
                "credit",
                "",
                Task.UNKNOWN,
                new Schema(1, List.of(age)),
                Optional.empty(),
                Optional.empty(),
                Document.EMPTY);
    }

    private static Header header(Id id) {
        return new Header(id, ORGANIZATION, Optional.empty(), 1, Stamp.made(Instant.EPOCH, "anna"));
    }

    private static Caller caller(Role role) {
        return new Caller(ORGANIZATION, new Id(1, 2), "anna", List.of(new Grant(role, Optional.empty())));
    }

    private static RecordBatch batch() {
        return new RecordBatch(
                new String[] {"r-1"},
                new long[1],
                Optional.empty(),
                List.of(
                        new BatchColumn.Integers("age", new long[] {37}, new BitSet()),
                        new BatchColumn.Integers("other", new long[] {1}, new BitSet())));
    }
}
