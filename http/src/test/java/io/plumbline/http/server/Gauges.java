package io.plumbline.http.server;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.Form;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import io.plumbline.http.gauges.Gauge;
import io.plumbline.http.gauges.GaugeList;
import io.plumbline.http.gauges.GaugesApi;
import io.plumbline.http.gauges.Reading;
import io.plumbline.http.gauges.ReadingCount;
import io.plumbline.http.gauges.ReadingsApi;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gauges in memory, each of one organization; some names make something go wrong. */
final class Gauges implements GaugesApi, ReadingsApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Gauge> gauges = new LinkedHashMap<>();
    private final Map<String, Id> owners = new LinkedHashMap<>();

    @Nullable
    ListGaugesQuery lastQuery;

    @Override
    public GaugeList listGauges(Call call, ListGaugesQuery query) {
        lastQuery = query;
        return GaugeList.builder().gauges(new ArrayList<>(gauges.values())).build();
    }

    @Override
    public Gauge addGauge(Call call, Gauge body) {
        switch (body.name()) {
            case "busy" -> throw new PlumblineException(new Failure.Busy(Duration.ofSeconds(7)));
            case "broken" -> throw new IllegalStateException("secret detail");
            default -> gauges.put(body.name(), body);
        }
        owners.put(body.name(), call.organization());
        return body;
    }

    @Override
    public Gauge getGauge(Call call, String gaugeId) {
        if (!call.organization().equals(owners.get(gaugeId))) {
            throw PlumblineException.notFound("gauge", gaugeId);
        }
        return gauge(gaugeId);
    }

    @Override
    public Gauge patchGauge(Call call, String gaugeId, List<JsonPatchOperation> body) {
        JsonNode patched = JsonPatch.of(body).apply(JSON.valueToTree(gauge(gaugeId)));
        Gauge changed = JSON.treeToValue(patched, Gauge.class);
        gauges.put(gaugeId, changed);
        return changed;
    }

    @Override
    public void deleteGauge(Call call, String gaugeId) {
        gauges.remove(gaugeId);
    }

    @Override
    public JsonNode summarizeGauges(Call call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", gauges.size())
                .put("base", call.baseUrl().toString());
    }

    @Override
    public Answer<ReadingCount> addReadings(Call call, String gaugeId, AddReadingsQuery query, RequestBody body)
            throws IOException {
        long count = body.content().transferTo(java.io.OutputStream.nullOutputStream());
        return Answer.of(ReadingCount.builder().count(count).build())
                .withHeader("Location", call.baseUrl() + "/v2/requests/1")
                .withHeader("X-Body-Type", body.contentType().name());
    }

    @Override
    public List<Reading> replaceReadings(Call call, String gaugeId, List<Reading> body) {
        return body;
    }

    @Override
    public StreamingAnswer downloadArchive(Call call, String gaugeId) {
        return switch (gaugeId) {
            case "early" ->
                StreamingAnswer.of("application/octet-stream", out -> {
                    out.write(1);
                    throw PlumblineException.invalid("found out before much was sent");
                });
            case "late" ->
                StreamingAnswer.of("application/octet-stream", out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("found out too late");
                });
            case "closed" ->
                StreamingAnswer.of("text/csv", out -> {
                    out.write(lines(3));
                    out.close();
                });
            case "text" -> StreamingAnswer.of("text/csv", out -> out.write(lines(100_000)));
            default ->
                StreamingAnswer.of(
                                "application/octet-stream", out -> out.write(gaugeId.getBytes(StandardCharsets.UTF_8)))
                        .ofLength(gaugeId.length());
        };
    }

    @Override
    public Answer<Void> describeArchive(Call call, String gaugeId) {
        return Answer.empty().withHeader("X-Archive-Name", gaugeId);
    }

    @Override
    public JsonNode submitForm(Call call, Form form) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", form.first("grant_type").orElse(""));
    }

    static byte[] lines(int count) {
        return "a,b,c\n".repeat(count).getBytes(StandardCharsets.UTF_8);
    }

    private Gauge gauge(String gaugeId) {
        Gauge gauge = gauges.get(gaugeId);
        if (gauge == null) {
            throw PlumblineException.notFound("gauge", gaugeId);
        }
        return gauge;
    }
}
