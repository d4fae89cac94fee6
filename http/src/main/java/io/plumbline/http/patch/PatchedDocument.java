package io.plumbline.http.patch;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document while a patch is applied to a copy of it. */
final class PatchedDocument {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final String END = "-";
    /** Copies double a document each time, so their sum is bounded. */
    private static final int COPIED_NODES = 1_000_000;

    private JsonNode root;
    private int copiesLeft = COPIED_NODES;

    PatchedDocument(JsonNode document) {
        this.root = document.deepCopy();
    }

    JsonNode root() {
        return root;
    }

    JsonNode at(JsonPath path, String which) {
        JsonNode node = root;
        for (String token : path.tokens()) {
            node = child(node, token);
            if (node == null) {
                throw missing(path, which);
            }
        }
        return node;
    }

    void add(JsonPath path, JsonNode value, String which) {
        if (path.isRoot()) {
            root = value;
            return;
        }
        switch (at(path.parent(), which)) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array -> array.insert(place(array, path, which), value);
            default -> throw missing(path, which);
        }
    }

    void remove(JsonPath path, String which) {
        if (path.isRoot()) {
            throw PlumblineException.invalid(which + " removes the whole document");
        }
        at(path, which);
        switch (at(path.parent(), which)) {
            case ObjectNode object -> object.remove(path.last());
            case ArrayNode array -> array.remove(Integer.parseInt(path.last()));
            default -> throw missing(path, which);
        }
    }

    void replace(JsonPath path, JsonNode value, String which) {
        if (path.isRoot()) {
            root = value;
            return;
        }
        at(path, which);
        switch (at(path.parent(), which)) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array -> array.set(Integer.parseInt(path.last()), value);
            default -> throw missing(path, which);
        }
    }

    JsonNode copied(JsonPath from, String which) {
        JsonNode source = at(from, which);
        count(source);
        return source.deepCopy();
    }

    private void count(JsonNode node) {
        copiesLeft--;
        if (copiesLeft < 0) {
            throw new PlumblineException(
                    new Failure.TooLarge("the patch copies more than " + COPIED_NODES + " values"));
        }
        node.forEach(this::count);
    }

    private static int place(ArrayNode array, JsonPath path, String which) {
        if (path.last().equals(END)) {
            return array.size();
        }
        boolean number = INDEX.matcher(path.last()).matches();
        if (!number || Integer.parseInt(path.last()) > array.size()) {
            throw missing(path, which);
        }
        return Integer.parseInt(path.last());
    }

    private static @Nullable JsonNode child(JsonNode node, String token) {
        if (node.isArray()) {
            return INDEX.matcher(token).matches() ? node.get(Integer.parseInt(token)) : null;
        }
        return node.get(token);
    }

    private static PlumblineException missing(JsonPath path, String which) {
        return PlumblineException.invalid(which + " leads to " + path + ", which is not there");
    }
}
