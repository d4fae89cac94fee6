package io.plumbline.server.credit;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.server.credit.Findings.Places;
import java.io.PrintWriter;
import java.util.List;

/**
 * What to call to look at the demo.
 *
 * @param program by which name the user calls this one
 * @param port of the server
 * @param key of its administrator
 */
record DemoCalls(String program, int port, String key) {
    private static final String CURL = "  curl -H \"Authorization: Bearer $PLUMBLINE_KEY\" ";

    /** Writes them for a person, who copies them into a shell. */
    void show(PrintWriter out, Places places) {
        out.println();
        out.println("To look at it, in another shell (the key holds until the demo starts again):");
        out.println("  export PLUMBLINE_KEY=" + key);
        List.of("list", "show " + CreditWatch.DRIFT, "run fairness")
                .forEach(command -> out.println("  " + program + " monitor " + command + " --server " + address()));
        out.println();
        out.println("By the API of Plumbline itself, described at " + address() + "/docs/native:");
        String monitor = "/api/v1/monitors/" + places.drift();
        show(out, "/api/v1/monitors", monitor, monitor + "/incidents", monitor + "/measurements?limit=1");
        out.println();
        out.println("By the API of Watson OpenScale, described at " + address() + "/docs/openscale:");
        String instance = "/v2/monitor_instances/" + WireId.of(places.drift());
        show(
                out,
                "/v2/data_marts",
                "/v2/subscriptions/" + WireId.of(places.model()),
                "/v2/monitor_instances?target.target_id=" + WireId.of(places.model()),
                instance + "/runs?limit=1",
                instance + "/measurements?start=2000-01-01T00:00:00Z&end=2100-01-01T00:00:00Z&limit=1",
                "/v2/data_sets/" + WireId.of(places.production()) + "/records?limit=1");
        out.flush();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private void show(PrintWriter out, String... paths) {
        List.of(paths).forEach(path -> out.println(CURL + "'" + address() + path + "'"));
    }
}
