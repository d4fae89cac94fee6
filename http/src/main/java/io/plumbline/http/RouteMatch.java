package io.plumbline.http;

import java.util.Map;
import java.util.Set;

/** Where a request leads. */
public sealed interface RouteMatch {
    /** The dialect that answers, be it with an error. */
    Wire wire();

    /** To an operation, with the values of its path's parameters. */
    record Found(Route route, Map<String, String> pathParameters) implements RouteMatch {
        @Override
        public Wire wire() {
            return route.wire();
        }
    }

    /** To a path that has operations of other methods alone. */
    record OtherMethods(Wire wire, Set<String> allowed) implements RouteMatch {}

    /** Nowhere. */
    record Nowhere(Wire wire) implements RouteMatch {}
}
