package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.FacetKeysAttributes;
import io.plumbline.dialects.modellab.wire.FacetKeysDocument;
import io.plumbline.dialects.modellab.wire.FacetKeysResource;
import io.plumbline.dialects.modellab.wire.FacetValuesAttributes;
import io.plumbline.dialects.modellab.wire.FacetValuesDocument;
import io.plumbline.dialects.modellab.wire.FacetValuesResource;
import io.plumbline.dialects.modellab.wire.FacetsApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.FacetKeys;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.http.Call;
import java.util.List;

/** Answers what projects and runs can be filtered by. */
public final class FacetsAdapter implements FacetsApi {
    private final Experiments experiments;
    private final RunReading reading;

    /** Over these experiments and their runs. */
    public FacetsAdapter(Experiments experiments, RunReading reading) {
        this.experiments = experiments;
        this.reading = reading;
    }

    @Override
    public FacetKeysDocument listModelLabRunFacetKeys(Call call, ListModelLabRunFacetKeysQuery query) {
        Id project =
                experiments.numbered(call.caller(), query.filterProjectId()).id();
        FacetKeys keys = reading.facetKeys(call.caller(), project);
        return keys(
                query.filterProjectId().toString(),
                new FacetKeysAttributes(keys.metrics(), keys.params(), keys.tags()));
    }

    @Override
    public FacetValuesDocument listModelLabRunFacetValues(Call call, ListModelLabRunFacetValuesQuery query) {
        Id project =
                experiments.numbered(call.caller(), query.filterProjectId()).id();
        Facet facet = Facet.of(query.facetType(), query.facetName());
        FacetValues values = reading.facetValues(call.caller(), project, facet.field());
        return values(
                String.join(
                        ":",
                        query.facetType().wireName(),
                        query.facetName(),
                        query.filterProjectId().toString()),
                facet.wire(query.facetType(), query.facetName(), values));
    }

    @Override
    public FacetKeysDocument listModelLabProjectFacetKeys(Call call) {
        return keys(
                UserId.of(call.organization()),
                new FacetKeysAttributes(null, List.of(), experiments.tagKeys(call.caller())));
    }

    @Override
    public FacetValuesDocument listModelLabProjectFacetValues(Call call, ListModelLabProjectFacetValuesQuery query) {
        String type = query.facetType().wireName();
        return values(
                type + ":" + query.facetName(),
                FacetValuesAttributes.builder()
                        .facetName(query.facetName())
                        .facetType(type)
                        .values(experiments.tagValues(call.caller(), query.facetName()))
                        .build());
    }

    private static FacetKeysDocument keys(String id, FacetKeysAttributes attributes) {
        return new FacetKeysDocument(new FacetKeysResource(id, FacetKeysResource.TypeEnum.FACET_KEYS, attributes));
    }

    private static FacetValuesDocument values(String id, FacetValuesAttributes attributes) {
        return new FacetValuesDocument(
                new FacetValuesResource(id, FacetValuesResource.TypeEnum.FACET_VALUES, attributes));
    }
}
