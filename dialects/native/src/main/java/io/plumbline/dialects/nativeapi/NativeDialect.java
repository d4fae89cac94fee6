package io.plumbline.dialects.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.dialects.nativeapi.wire.BaselinesApi;
import io.plumbline.dialects.nativeapi.wire.ChecksApi;
import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.dialects.nativeapi.wire.FilesApi;
import io.plumbline.dialects.nativeapi.wire.IncidentsApi;
import io.plumbline.dialects.nativeapi.wire.MeasurementsApi;
import io.plumbline.dialects.nativeapi.wire.MonitorsApi;
import io.plumbline.dialects.nativeapi.wire.PurgesApi;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All operations of the dialect, to be mounted on a server below {@code /api/v1}. */
public record NativeDialect(
        DatasetsApi datasets,
        FilesApi files,
        MonitorsApi monitors,
        ChecksApi checks,
        MeasurementsApi measurements,
        IncidentsApi incidents,
        BaselinesApi baselines,
        PurgesApi purges) {
    /** What every path begins with. */
    static final String PREFIX = "/api/v1";

    /** How the dialect speaks, within these limits: null is left out, fields that are not known are refused. */
    public static Wire wire(Limits limits) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        return new Wire(
                "native",
                mapper,
                new NativeErrors(),
                List.of(CredentialScheme.bearer(), CredentialScheme.basic()),
                limits);
    }

    /** Adds all routes. */
    public void mount(Routes routes, Wire wire) {
        DatasetsApi.routes(routes, PREFIX, datasets, wire);
        FilesApi.routes(routes, PREFIX, files, wire);
        MonitorsApi.routes(routes, PREFIX, monitors, wire);
        ChecksApi.routes(routes, PREFIX, checks, wire);
        MeasurementsApi.routes(routes, PREFIX, measurements, wire);
        IncidentsApi.routes(routes, PREFIX, incidents, wire);
        BaselinesApi.routes(routes, PREFIX, baselines, wire);
        PurgesApi.routes(routes, PREFIX, purges, wire);
    }
}
