package io.plumbline.http.server;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.http.Call;
import io.plumbline.http.Exchange;
import io.plumbline.http.HttpFailure;
import io.plumbline.http.HttpFailureException;
import io.plumbline.http.Incoming;
import io.plumbline.http.Reply;
import io.plumbline.http.Route;
import io.plumbline.http.RouteMatch;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.Authenticator;
import io.plumbline.http.credential.Credential;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One request on its way to an operation: the route, then the credential, then the permission, then the operation itself. */
final class Visit {
    private final Incoming incoming;
    private final String requestId;
    private final Routes routes;
    private final Authenticator authenticator;
    private RouteMatch match;
    private Optional<Caller> caller = Optional.empty();

    Visit(Incoming incoming, String requestId, Routes routes, Authenticator authenticator) {
        this.incoming = incoming;
        this.requestId = requestId;
        this.routes = routes;
        this.authenticator = authenticator;
        this.match = new RouteMatch.Nowhere(routes.fallback());
    }

    /** Where the request leads, once it is known. */
    RouteMatch match() {
        return match;
    }

    /** Who calls, once it is known. */
    Optional<Caller> caller() {
        return caller;
    }

    /** Goes all the way; whatever stops it is thrown. */
    Reply reply() throws IOException {
        match = routes.find(incoming.method(), incoming.rawPath());
        return switch (match) {
            case RouteMatch.Found found -> operate(found.route(), found.pathParameters());
            case RouteMatch.OtherMethods others ->
                throw new HttpFailureException(new HttpFailure.MethodNotAllowed(incoming.method(), others.allowed()));
            case RouteMatch.Nowhere nowhere ->
                throw new HttpFailureException(new HttpFailure.UnknownPath(incoming.rawPath()));
        };
    }

    private Reply operate(Route route, Map<String, String> pathParameters) throws IOException {
        Permission permission = route.operation().permission();
        if (permission != Permission.PUBLIC) {
            admit(authenticator.authenticate(credential(route.wire())), permission);
        }
        Call call = new Call(
                caller, requestId, incoming.headers(), BaseUrl.of(incoming.headers()), target(), pathParameters);
        return route.handler().handle(new Exchange(call, route.wire(), incoming));
    }

    private String target() {
        String query = incoming.rawQuery();
        return query.isEmpty() ? incoming.rawPath() : incoming.rawPath() + "?" + query;
    }

    private void admit(Caller known, Permission permission) {
        caller = Optional.of(known);
        if (!known.mayAnywhere(permission)) {
            throw new PlumblineException(new Failure.Forbidden(permission.label()));
        }
    }

    private Credential credential(Wire wire) {
        return wire.credentials().stream()
                .flatMap(scheme -> scheme.find(incoming.headers()::first).stream())
                .findFirst()
                .orElseThrow(() -> new PlumblineException(new Failure.Unauthenticated("a credential is missing")));
    }
}
