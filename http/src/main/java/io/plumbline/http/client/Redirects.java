package io.plumbline.http.client;

import io.plumbline.domain.PlumblineException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends its caller on. */
final class Redirects {
    private static final Set<Integer> SAME_METHOD = Set.of(307, 308);
    private static final Set<Integer> BECOMES_GET = Set.of(301, 302, 303);
    /** Field names that may go to another origin. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "user-agent", "content-type");

    private Redirects() {}

    /** The next request; empty where the answer is the last. Credentials do not go to another origin. */
    static Optional<HttpRequest> next(HttpRequest request, HttpResponse<?> response) {
        boolean redirect = SAME_METHOD.contains(response.statusCode()) || BECOMES_GET.contains(response.statusCode());
        return redirect
                ? response.headers()
                        .firstValue("Location")
                        .map(location -> following(request, response.statusCode(), location))
                : Optional.empty();
    }

    private static HttpRequest following(HttpRequest request, int status, String location) {
        URI target = target(request.uri(), location);
        boolean sameOrigin = origin(target).equals(origin(request.uri()));
        HttpRequest.Builder next = HttpRequest.newBuilder(
                        request, (name, value) -> sameOrigin || HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
                .uri(target);
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return (reads || SAME_METHOD.contains(status) ? next : next.method("GET", BodyPublishers.noBody())).build();
    }

    private static URI target(URI from, String location) {
        try {
            URI target = from.resolve(location);
            if ("https".equals(from.getScheme()) && !"https".equals(target.getScheme())) {
                throw PlumblineException.invalid("the host " + from.getHost() + " redirects from https to http");
            }
            return target;
        } catch (IllegalArgumentException unreadable) {
            throw PlumblineException.invalid("the host " + from.getHost() + " redirects to what is no address");
        }
    }

    private static String origin(URI address) {
        return Objects.toString(address.getScheme()) + "://" + Objects.toString(address.getAuthority());
    }
}
