package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.DistributionRequest;
import io.plumbline.dialects.openscale.wire.DistributionTable;
import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.GroupTable.Bin;
import io.plumbline.domain.record.GroupTable.Limited;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Computes distributions in the background. */
public final class DistributionTask implements TaskHandler {
    /** The kind of these tasks. */
    static final String KIND = "openscale.distribution";

    private final Repository<Dataset> datasets;
    private final RecordStore store;

    /** Over these data sets and their records. */
    public DistributionTask(Repository<Dataset> datasets, RecordStore store) {
        this.datasets = datasets;
        this.store = store;
    }

    /**
     * What to compute.
     *
     * @param request as it came
     * @param records how many the data set had when it was asked; the same question about the same number of records is the same task
     */
    record Input(DistributionRequest request, long records) {
        Document document() {
            return new Document(Json.MAPPER.writeValueAsString(this));
        }

        static Input of(Task task) {
            return Json.MAPPER.readValue(task.input().json(), Input.class);
        }
    }

    /**
     * What came out.
     *
     * @param processed how many records were read
     * @param limited whether there were more
     * @param distribution the groups
     */
    record Output(long processed, boolean limited, DistributionTable distribution) {
        Document document() {
            return new Document(Json.MAPPER.writeValueAsString(this));
        }

        static Output of(Document result) {
            return Json.MAPPER.readValue(result.json(), Output.class);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Document run(Task task, Progress progress) {
        DistributionRequest request = Input.of(task).request();
        Dataset dataset = dataset(task, task.subject());
        RecordFilters filters = new RecordFilters(
                Roles.fields(dataset.schema()),
                other -> Roles.fields(dataset(task, other).schema()));
        GroupQuery query = DistributionQueries.of(request, dataset, filters);
        progress.report(0, 1, "reading records");
        return output(request, store.group(dataset, query)).document();
    }

    private Dataset dataset(Task task, Id id) {
        return datasets.find(task.organization(), id).orElseThrow(() -> PlumblineException.notFound("data set", id));
    }

    private static Output output(DistributionRequest request, GroupTable table) {
        List<List<JsonNode>> rows =
                table.rows().stream().map(DistributionTask::row).toList();
        DistributionTable distribution = DistributionTable.builder()
                .fields(DistributionQueries.fields(request))
                .values(rows)
                .build();
        return new Output(table.processed(), table.limited() == Limited.LIMITED, distribution);
    }

    private static List<JsonNode> row(List<@Nullable Object> row) {
        return row.stream().map(value -> Json.tree(json -> write(json, value))).toList();
    }

    /** A bin is told by its edges, the lower one and the upper one. */
    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Bin(double lower, double upper)) {
            json.writeStartArray();
            ValueWriter.writeNumber(json, lower);
            ValueWriter.writeNumber(json, upper);
            json.writeEndArray();
        } else {
            ValueWriter.write(json, value, ValueType.TEXT);
        }
    }
}
