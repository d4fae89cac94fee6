package io.plumbline.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All operations by method and path. A literal segment wins over a parameter, whichever was added first; a path that only other methods have
 * is told from one that nobody has. It is filled before the first request and only read from then on.
 */
public final class Routes {
    /** Stands after the last parameter of a path that takes all segments that are left, with the slashes between them. */
    static final String REST = "**";

    private final RouteNode root;
    private final List<Operation> operations;
    private final Consumer<Call> check;

    /** Without a route; this dialect answers where no other has a say. */
    public Routes(Wire fallback) {
        this(new RouteNode(fallback), new ArrayList<>(), call -> {});
    }

    private Routes(RouteNode root, List<Operation> operations, Consumer<Call> check) {
        this.root = root;
        this.operations = operations;
        this.check = check;
    }

    /**
     * The same routes, where operations that are added through this object are answered only to calls that pass a check.
     *
     * @param more fails with the failure that is to be answered
     */
    public Routes checking(Consumer<Call> more) {
        return new Routes(root, operations, check.andThen(more));
    }

    /**
     * Adds an operation.
     *
     * @throws IllegalStateException where another one has its method and path already
     */
    public void add(Operation operation, Wire wire, Handler handler) {
        RouteNode node = root;
        for (String segment : segments(operation.path())) {
            node = node.child(checked(segment, operation), wire);
        }
        Route other = node.byMethod().putIfAbsent(operation.method(), new Route(operation, wire, checked(handler)));
        if (other != null) {
            throw new IllegalStateException(operation + " is at the place of " + other.operation());
        }
        operations.add(operation);
    }

    private Handler checked(Handler handler) {
        return exchange -> {
            check.accept(exchange.call());
            return handler.handle(exchange);
        };
    }

    /** The dialect that answers where no other has a say. */
    public Wire fallback() {
        return root.owner();
    }

    /** All operations, in the order in which they were added. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Where a request leads. A HEAD without an operation of its own leads to the GET. */
    public RouteMatch find(String method, String rawPath) {
        List<String> path =
                segments(rawPath).stream().map(QueryString::decodedSegment).toList();
        Search search = new Search(method);
        root.walk(path, 0, search);
        Route found = search.found == null ? search.get : search.found;
        if (found != null) {
            return new RouteMatch.Found(found, found.parameters(path));
        }
        return search.reached == null
                ? new RouteMatch.Nowhere(search.deepest.owner())
                : new RouteMatch.OtherMethods(search.reached.owner(), search.allowed);
    }

    /** The segments of a path; a slash at its end means nothing. */
    static List<String> segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return trimmed.isEmpty() ? List.of() : Arrays.asList(trimmed.split("/", -1));
    }

    static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String checked(String segment, Operation operation) {
        boolean parameter = segment.startsWith("{") && segment.indexOf('}') == segment.length() - 1;
        if (!parameter && (segment.isEmpty() || segment.contains("{"))) {
            throw new IllegalStateException(operation + ": a segment is either a text or a parameter in braces");
        }
        return segment;
    }

    private final class Search implements RouteNode.Way {
        private final String method;
        private final Set<String> allowed = new TreeSet<>();
        private RouteNode deepest = root;
        private int depth;
        private @Nullable RouteNode reached;
        private @Nullable Route found;
        private @Nullable Route get;

        Search(String method) {
            this.method = method;
        }

        @Override
        public void passed(RouteNode node, int nodeDepth) {
            if (nodeDepth > depth) {
                depth = nodeDepth;
                deepest = node;
            }
        }

        @Override
        public void reached(RouteNode node) {
            if (node.byMethod().isEmpty()) {
                return;
            }
            reached = reached == null ? node : reached;
            allowed.addAll(node.byMethod().keySet());
            found = found == null ? node.byMethod().get(method) : found;
            get = get == null && method.equals("HEAD") ? node.byMethod().get("GET") : get;
        }
    }
}
