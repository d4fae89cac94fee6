package io.plumbline.conformance;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a client of the OpenScale API does with archives of drift. */
final class ArchivesSuite {
    private static final String BYTES = "application/octet-stream";
    private static final String V2 = "/v2/monitoring_services/drift_v2/archives?subscription_id=";

    private final Client client;
    private final Monitored monitors;
    private final String mart;
    private final String subscription;
    private final PrintStream out;

    ArchivesSuite(Client client, Monitored monitors, String mart, String subscription, PrintStream out) {
        this.client = client;
        this.monitors = monitors;
        this.mart = mart;
        this.subscription = subscription;
        this.out = out;
    }

    void run() {
        String upload = "/v2/monitoring_services/drift/data_marts/" + mart + "/subscriptions/" + subscription
                + "/archives?archive_name=mine.tar.gz&enable_data_drift=true";
        client.send("POST", upload, BYTES, "first", 200);
        client.send("POST", upload, BYTES, "", 400);
        client.send("POST", upload, BYTES, "second", 200);
        monitors.enable("drift", JsonNodeFactory.instance.objectNode());
        String monitor = monitors.path("drift");
        check(
                "/v2/monitoring_services/drift" + monitor.substring("/v2".length()) + "/archives",
                "second",
                "mine.tar.gz");
        client.send("GET", V2 + subscription, BYTES, "", 404);
        client.send("PUT", V2 + subscription + "&archive_name=baseline.tar.gz", BYTES, "of drift v2", 200);
        check(V2 + subscription, "of drift v2", "baseline.tar.gz");
        check(V2 + subscription + "&archive_id=baseline", "of drift v2", "baseline.tar.gz");
        monitors.disable("drift");
        out.println("ok  archives of drift come back as they went in");
    }

    private void check(String path, String content, String name) {
        HttpResponse<String> whole = client.send("GET", path, BYTES, "", 200);
        Check.equal(content, whole.body(), "the archive");
        HttpResponse<String> head = client.send("HEAD", path, BYTES, "", 200);
        Check.equal("", head.body(), "the body of a HEAD");
        Check.equal(
                Integer.toString(content.length()),
                head.headers().firstValue("Content-Length").orElse(""),
                "the size");
        Check.that(
                head.headers().firstValue("Content-Disposition").orElse("").contains(name),
                "the archive is not called " + name);
    }
}
