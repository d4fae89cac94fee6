package io.plumbline.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place in the tree of all paths. */
final class RouteNode {
    private final Wire owner;
    private final Map<String, RouteNode> literals = new HashMap<>();
    private final Map<String, Route> byMethod = new TreeMap<>();
    private @Nullable RouteNode parameter;
    private @Nullable RouteNode rest;

    /** A place that belongs to the dialect whose route came by first. */
    RouteNode(Wire owner) {
        this.owner = owner;
    }

    Wire owner() {
        return owner;
    }

    Map<String, Route> byMethod() {
        return byMethod;
    }

    RouteNode child(String segment, Wire wire) {
        if (segment.equals(Routes.REST)) {
            RouteNode child = rest == null ? new RouteNode(wire) : rest;
            rest = child;
            return child;
        }
        if (!Routes.isParameter(segment)) {
            return literals.computeIfAbsent(segment, absent -> new RouteNode(wire));
        }
        RouteNode child = parameter == null ? new RouteNode(wire) : parameter;
        parameter = child;
        return child;
    }

    /** Shows all places that the path leads to, those by literal segments before those by parameters, and the way there. */
    void walk(List<String> segments, int depth, Way way) {
        way.passed(this, depth);
        if (depth == segments.size()) {
            way.reached(this);
            reachedByRest(segments, way);
            return;
        }
        RouteNode literal = literals.get(segments.get(depth));
        if (literal != null) {
            literal.walk(segments, depth + 1, way);
        }
        if (parameter != null && !segments.get(depth).isEmpty()) {
            parameter.walk(segments, depth + 1, way);
        }
        reachedByRest(segments, way);
    }

    private void reachedByRest(List<String> segments, Way way) {
        if (rest != null) {
            way.passed(rest, segments.size());
            way.reached(rest);
        }
    }

    /** Looks at a walk. */
    interface Way {
        /** Came by this place, so many segments deep. */
        void passed(RouteNode node, int depth);

        /** The path ends at this place. */
        void reached(RouteNode node);
    }
}
