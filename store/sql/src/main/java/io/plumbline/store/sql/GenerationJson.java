package io.plumbline.store.sql;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordGeneration.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which records somebody saw, as JSON text. */
final class GenerationJson {
    private GenerationJson() {}

    static String write(RecordGeneration generation) {
        ArrayNode datasets = FactsJson.JSON.createArrayNode();
        for (Seen seen : generation.datasets()) {
            ObjectNode node = datasets.addObject()
                    .put("dataset", seen.dataset().toString())
                    .put("removals", seen.removals());
            ArrayNode files = node.putArray("files");
            seen.files().forEach(file -> files.add(file.toString()));
        }
        return FactsJson.plain(datasets);
    }

    static RecordGeneration read(String json) {
        List<Seen> datasets = new ArrayList<>();
        for (JsonNode node : FactsJson.JSON.readTree(json)) {
            SortedSet<Id> files = new TreeSet<>();
            node.required("files").forEach(file -> files.add(Id.of(file.stringValue())));
            datasets.add(new Seen(
                    Id.of(node.required("dataset").stringValue()),
                    node.required("removals").longValue(),
                    files));
        }
        return new RecordGeneration(datasets);
    }
}
