package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.http.StreamingAnswer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One field of a record: bytes as they are, anything else as JSON. */
final class RecordField {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+");

    private RecordField() {}

    /**
     * The answer with a field.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where there is no such field, or no bytes in it
     */
    static StreamingAnswer answer(Dataset dataset, RecordPage page, StoredRecord record, String name) {
        ShownColumns columns = ShownColumns.of(page.columns(), Roles.fields(dataset.schema()), Optional.empty());
        ShownColumns.Shown column = columns.named(name).orElseThrow(() -> PlumblineException.notFound("field", name));
        @Nullable Object value = column.value(record);
        if (column.type() != ValueType.BINARY) {
            return json(column, value);
        }
        if (!(value instanceof byte[] bytes)) {
            throw PlumblineException.notFound("field", name);
        }
        // The bytes are the sender's: whoever fetches them in a browser must not run them.
        return StreamingAnswer.of(type(columns, record, name), out -> out.write(bytes))
                .ofLength(bytes.length)
                .withHeader("Content-Disposition", "attachment")
                .withHeader("X-Content-Type-Options", "nosniff");
    }

    private static StreamingAnswer json(ShownColumns.Shown column, @Nullable Object value) {
        return StreamingAnswer.of("application/json", out -> {
            try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
                json.writeStartObject();
                json.writeName(column.name());
                ValueWriter.write(json, value, column.type());
                json.writeEndObject();
            }
        });
    }

    private static String type(ShownColumns columns, StoredRecord record, String name) {
        return columns.named(name + ".metadata")
                .map(column -> column.value(record))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> MEDIA_TYPE.matcher(text).matches())
                .orElse("application/octet-stream");
    }
}
