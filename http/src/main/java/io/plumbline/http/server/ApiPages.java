package io.plumbline.http.server;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Permission;
import io.plumbline.http.Handler;
import io.plumbline.http.Operation;
import io.plumbline.http.Routes;
import io.plumbline.http.StreamingAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * A page per dialect that shows its contract and lets one try it out, by Swagger UI, and the contract itself. All of it is served from the
 * class path, so that it works without any other server.
 */
public final class ApiPages {
    private static final int OK = 200;
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "favicon-32x32.png", "image/png");

    private final Routes routes;

    /** Pages among these routes. */
    public ApiPages(Routes routes) {
        this.routes = routes;
        get(
                "apiAsset",
                "/docs/assets/{asset}",
                exchange -> asset(exchange.path("asset").values().getFirst()));
        get(
                "apiStart",
                "/docs/start.js",
                exchange -> resource("text/javascript", "/io/plumbline/http/server/start.js"));
    }

    /**
     * Adds {@code /docs/<dialect>} and {@code /docs/<dialect>/openapi.json}.
     *
     * @param dialect its name, under which its module keeps {@code /openapi/<dialect>/openapi.json} on the class path
     */
    public void add(String dialect) {
        String contract = "/openapi/" + dialect + "/openapi.json";
        get(
                dialect + "Contract",
                "/docs/" + dialect + "/openapi.json",
                exchange -> resource("application/json", contract));
        get(dialect + "Page", "/docs/" + dialect, exchange -> page(dialect));
    }

    private void get(String id, String path, Handler handler) {
        routes.add(new Operation(id, "GET", path, Permission.PUBLIC), routes.fallback(), handler);
    }

    private static StreamingAnswer page(String dialect) throws IOException {
        String html = new String(bytes("/io/plumbline/http/server/page.html"), StandardCharsets.UTF_8)
                .replace("${dialect}", dialect);
        return StreamingAnswer.of("text/html; charset=utf-8", out -> out.write(html.getBytes(StandardCharsets.UTF_8)))
                .withHeader("Content-Security-Policy", POLICY)
                .orStatus(OK);
    }

    private static StreamingAnswer asset(String name) throws IOException {
        String contentType = ASSETS.get(name);
        if (contentType == null) {
            throw PlumblineException.notFound("asset", name);
        }
        Properties webjar = new Properties();
        webjar.load(open("/META-INF/maven/org.webjars/swagger-ui/pom.properties"));
        return resource(
                        contentType,
                        "/META-INF/resources/webjars/swagger-ui/" + webjar.getProperty("version") + "/" + name)
                .withHeader("Cache-Control", "public, max-age=3600");
    }

    private static StreamingAnswer resource(String contentType, String path) throws IOException {
        byte[] bytes = bytes(path);
        return StreamingAnswer.of(contentType, out -> out.write(bytes))
                .ofLength(bytes.length)
                .orStatus(OK);
    }

    private static byte[] bytes(String path) throws IOException {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String path) {
        InputStream in = ApiPages.class.getResourceAsStream(path);
        if (in == null) {
            throw new PlumblineException(new Failure.NotFound("page", path));
        }
        return in;
    }
}
