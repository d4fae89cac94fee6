package io.plumbline.dialects.openscale.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.TableLocation;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.domain.model.Dataset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a data set has beyond the core's words.
 *
 * @param dataMartId of the data mart it lies in
 * @param target what it belongs to
 * @param location of its table, as the client named it
 * @param managedBy the service that keeps it
 * @param schemaId of its schema, as the client named it
 * @param schemaName of its schema, as the client named it
 */
record DataSetFacts(
        @JsonProperty("data_mart_id") String dataMartId,
        @JsonProperty("target") Target target,
        @JsonProperty("location") @Nullable TableLocation location,
        @JsonProperty("managed_by") @Nullable String managedBy,
        @JsonProperty("schema_id") @Nullable String schemaId,
        @JsonProperty("schema_name") @Nullable String schemaName) {
    /** Those that are kept with a dataset; empty where the dataset is not this dialect's. */
    static Optional<DataSetFacts> of(Dataset dataset) {
        return Optional.of(Documents.read(dataset.attributes(), DataSetFacts.class))
                .filter(facts -> facts.dataMartId() != null && facts.target() != null);
    }
}
