package io.plumbline.http.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.domain.identity.Permission;
import io.plumbline.http.Answer;
import io.plumbline.http.Handler;
import io.plumbline.http.Operation;
import io.plumbline.http.Reply;
import io.plumbline.http.Routes;
import io.plumbline.http.StreamingAnswer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /health}, {@code /ready} and {@code /metrics}, for those who keep the server running. They tell nothing of anybody's data. */
public final class OperationalRoutes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private OperationalRoutes() {}

    /**
     * Adds the routes.
     *
     * @param registry whose metrics are shown, in Prometheus' text format
     * @param checks that all must pass for the server to be ready
     */
    public static void add(Routes routes, PrometheusRegistry registry, List<ReadinessCheck> checks) {
        PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();
        get(routes, "health", exchange -> Answer.of(new Health("up")).orStatus(OK));
        get(routes, "ready", exchange -> readiness(checks));
        get(
                routes,
                "metrics",
                exchange -> StreamingAnswer.of(format.getContentType(), out -> format.write(out, registry.scrape()))
                        .orStatus(OK));
    }

    private static void get(Routes routes, String name, Handler handler) {
        routes.add(new Operation(name, "GET", "/" + name, Permission.PUBLIC), routes.fallback(), handler);
    }

    private static Reply readiness(List<ReadinessCheck> checks) {
        Map<String, String> problems = new LinkedHashMap<>();
        checks.forEach(check -> check.problem().get().ifPresent(problem -> problems.put(check.name(), problem)));
        return Answer.of(new Readiness(problems.isEmpty() ? "ready" : "not ready", problems))
                .withStatus(problems.isEmpty() ? OK : UNAVAILABLE);
    }

    private record Health(@JsonProperty("status") String status) {}

    private record Readiness(
            @JsonProperty("status") String status,
            @JsonProperty("problems") Map<String, String> problems) {}
}
