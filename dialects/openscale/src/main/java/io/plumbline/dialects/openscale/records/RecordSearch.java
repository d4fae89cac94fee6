package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.DataSetRecord;
import io.plumbline.dialects.openscale.wire.DataSetRecords;
import io.plumbline.dialects.openscale.wire.RecordsApi.ListDataSetRecordsQuery;
import io.plumbline.dialects.openscale.wire.RecordsOfDataSet;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds records in all data sets of a type, as if they were one: first those of the oldest data set. */
final class RecordSearch {
    private static final int DEFAULT_LIMIT = 100;

    private final DataSetsInView datasets;
    private final RecordStore store;
    private final DataSetSummaries summaries;

    RecordSearch(DataSetsInView datasets, RecordStore store, DataSetSummaries summaries) {
        this.datasets = datasets;
        this.store = store;
        this.summaries = summaries;
    }

    DataSetRecords find(Caller caller, ListDataSetRecordsQuery query) {
        List<RecordsOfDataSet> found = new ArrayList<>();
        long offset = query.offset() == null ? 0 : query.offset();
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        for (Dataset dataset : datasets.readable(caller)) {
            if (limit > 0 && dataset.type().equals(query.dataSetType().wireName())) {
                RecordPage page = store.find(dataset, question(query, offset, limit));
                offset = Math.max(0, offset - page.total().orElseThrow());
                limit -= page.records().size();
                if (!page.records().isEmpty()) {
                    found.add(wire(dataset, page));
                }
            }
        }
        return DataSetRecords.builder().dataSetRecords(found).build();
    }

    private static RecordQuery question(ListDataSetRecordsQuery query, long offset, int limit) {
        List<Filter> filters = new ArrayList<>();
        among(SystemField.RECORD_ID, query.recordId()).ifPresent(filters::add);
        among(SystemField.TRANSACTION, query.transactionId()).ifPresent(filters::add);
        return new RecordQuery(
                Optional.ofNullable(query.start()),
                Optional.ofNullable(query.end()),
                new Filter.And(filters),
                Optional.empty(),
                new RecordQuery.Order.By(List.of()),
                offset,
                limit,
                RecordQuery.Counting.COUNTED);
    }

    private static Optional<Filter> among(SystemField field, @Nullable List<String> values) {
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Filter.In(field.label(), values));
    }

    private RecordsOfDataSet wire(Dataset dataset, RecordPage page) {
        RecordsWriter writer = new RecordsWriter(dataset, RecordsView.whole(null));
        List<DataSetRecord> records =
                page.records().stream().map(record -> writer.wire(page, record)).toList();
        return RecordsOfDataSet.builder()
                .dataSet(summaries.of(dataset))
                .records(records)
                .build();
    }
}
