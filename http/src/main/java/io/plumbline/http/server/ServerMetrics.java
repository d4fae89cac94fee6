package io.plumbline.http.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts requests and how long they took, per operation. */
final class ServerMetrics {
    private static final double NANOS = 1e9;
    private final Histogram seconds;
    private final Counter requests;
    private final Counter bytes;
    private final Gauge underWay;

    /** Registers its metrics. */
    ServerMetrics(PrometheusRegistry registry) {
        seconds = Histogram.builder()
                .name("plumbline_http_request_seconds")
                .help("Time from the first byte of a request to the last of its answer.")
                .labelNames("dialect", "operation")
                .classicUpperBounds(0.001, 0.005, 0.02, 0.1, 0.5, 2, 10)
                .classicOnly()
                .register(registry);
        requests = Counter.builder()
                .name("plumbline_http_requests_total")
                .help("Requests by the status of their answer.")
                .labelNames("dialect", "operation", "status")
                .register(registry);
        bytes = Counter.builder()
                .name("plumbline_http_response_bytes_total")
                .help("Bytes of answers' bodies.")
                .labelNames("dialect")
                .register(registry);
        underWay = Gauge.builder()
                .name("plumbline_http_requests_under_way")
                .help("Requests that are being answered.")
                .register(registry);
    }

    void started() {
        underWay.inc();
    }

    void ended(AccessEntry entry, long nanos) {
        underWay.dec();
        seconds.labelValues(entry.dialect(), entry.operation()).observe(nanos / NANOS);
        requests.labelValues(entry.dialect(), entry.operation(), Integer.toString(entry.status()))
                .inc();
        bytes.labelValues(entry.dialect()).inc(entry.bytes());
    }
}
