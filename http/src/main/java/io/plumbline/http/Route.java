package io.plumbline.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation with the dialect that it belongs to and what answers it.
 *
 * @param operation of the contract
 * @param wire of the dialect
 * @param handler that answers its calls
 */
public record Route(Operation operation, Wire wire, Handler handler) {
    /** The values of the path's parameters in the decoded segments of a path that leads here. */
    Map<String, String> parameters(List<String> segments) {
        List<String> template = Routes.segments(operation.path());
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String segment = template.get(i);
            if (Routes.isParameter(segment)) {
                boolean takesRest =
                        i + 1 < template.size() && template.get(i + 1).equals(Routes.REST);
                String value = takesRest ? String.join("/", segments.subList(i, segments.size())) : segments.get(i);
                values.put(segment.substring(1, segment.length() - 1), value);
            }
        }
        return values;
    }
}
