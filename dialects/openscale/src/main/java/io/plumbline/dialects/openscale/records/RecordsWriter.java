package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.records.RecordsView.Binaries;
import io.plumbline.dialects.openscale.records.ShownColumns.Shown;
import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.dialects.openscale.wire.DataSetRecord;
import io.plumbline.dialects.openscale.wire.RecordFormat;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.StoredRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes records of one data set as JSON. */
final class RecordsWriter {
    private final Dataset dataset;
    private final RecordFields fields;
    private final RecordsView view;

    RecordsWriter(Dataset dataset, RecordsView view) {
        this.dataset = dataset;
        this.fields = Roles.fields(dataset.schema());
        this.view = view;
    }

    /** Writes {@code {"total_count":…,"records":[…]}}. */
    void page(JsonGenerator json, RecordPage page) {
        json.writeStartObject();
        page.total().ifPresent(total -> json.writeName("total_count").writeNumber(total));
        json.writeName("records").writeStartArray();
        if (view.format() == RecordFormat.LIST) {
            table(json, page);
        } else {
            page.records().forEach(record -> record(json, page.columns(), record));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes one record as an object. */
    void record(JsonGenerator json, List<Column> columns, StoredRecord record) {
        ShownColumns shown = ShownColumns.of(columns, fields, view.includes());
        json.writeStartObject();
        metadata(json, record);
        json.writeName("entity").writeStartObject();
        json.writeName("values").writeStartObject();
        for (Shown column : shown.all()) {
            if (!isReferred(column)) {
                json.writeName(column.name());
                ValueWriter.write(json, column.value(record), column.type());
            }
        }
        json.writeEndObject();
        if (view.showsAnnotations()) {
            json.writeName("annotations");
            annotations(json, record);
        }
        if (shown.all().stream().anyMatch(this::isReferred)) {
            json.writeName("references");
            references(json, shown, record);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The record of a page, as the contract has it. */
    DataSetRecord wire(RecordPage page, StoredRecord record) {
        return Json.MAPPER.treeToValue(Json.tree(json -> record(json, page.columns(), record)), DataSetRecord.class);
    }

    private void metadata(JsonGenerator json, StoredRecord record) {
        json.writeName("metadata").writeStartObject();
        json.writeName("id").writeString(record.id());
        json.writeName("crn")
                .writeString(Envelope.resourceName(dataset.header().organization(), "record", record.id()));
        json.writeName("url").writeString(address(record));
        json.writeName("created_at").writeString(ValueWriter.microseconds(record.receivedAt()));
        json.writeEndObject();
    }

    private void table(JsonGenerator json, RecordPage page) {
        ShownColumns shown = ShownColumns.of(page.columns(), fields, view.includes());
        json.writeStartObject();
        json.writeName("fields").writeStartArray();
        shown.all().forEach(column -> json.writeString(column.name()));
        json.writeEndArray();
        json.writeName("values").writeStartArray();
        page.records().forEach(record -> row(json, shown, record));
        json.writeEndArray();
        if (view.showsAnnotations()) {
            json.writeName("annotations").writeStartArray();
            page.records().forEach(record -> annotations(json, record));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void row(JsonGenerator json, ShownColumns shown, StoredRecord record) {
        json.writeStartArray();
        for (Shown column : shown.all()) {
            if (!isReferred(column)) {
                ValueWriter.write(json, column.value(record), column.type());
            } else if (column.value(record) == null) {
                json.writeNull();
            } else {
                // A table has no section for references, so they stand in place of the bytes.
                json.writeString(address(record, column));
            }
        }
        json.writeEndArray();
    }

    private void annotations(JsonGenerator json, StoredRecord record) {
        json.writeStartObject();
        record.annotations().forEach((name, value) -> {
            if (view.shows(name)) {
                json.writeName(name).writeRawValue(value);
            }
        });
        json.writeEndObject();
    }

    private void references(JsonGenerator json, ShownColumns shown, StoredRecord record) {
        json.writeStartObject();
        shown.all().stream()
                .filter(this::isReferred)
                .filter(column -> column.value(record) != null)
                .forEach(column -> json.writeName(column.name()).writeString(address(record, column)));
        json.writeEndObject();
    }

    private boolean isReferred(Shown column) {
        return view.binaries() == Binaries.REFERENCE && column.type() == ValueType.BINARY;
    }

    private String address(StoredRecord record) {
        return "/v2/data_sets/" + WireId.of(dataset.id()) + "/records/" + encoded(record.id());
    }

    private String address(StoredRecord record, Shown column) {
        return address(record) + "/" + encoded(column.name());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
