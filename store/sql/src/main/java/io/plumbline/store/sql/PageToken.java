package io.plumbline.store.sql;

import io.plumbline.domain.PlumblineException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: the values of the last row that its order is by.
 *
 * @param query tells the query that it belongs to from others
 * @param values whole numbers, numbers and texts
 */
record PageToken(int query, List<Object> values) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TOO_LARGE = 400;

    String text() {
        byte[] json = JSON.writeValueAsBytes(
                List.of(query, values.stream().map(PageToken::finite).toList()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** JSON has no infinite numbers: one that is too large for a double is read as one. */
    private static Object finite(Object value) {
        return value instanceof Double number && number.isInfinite()
                ? BigDecimal.TEN.pow(TOO_LARGE).multiply(BigDecimal.valueOf(Math.signum(number)))
                : value;
    }

    /**
     * The token of a text.
     *
     * @param query that it must belong to
     * @param size how many values it has
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is none, or of another query
     */
    static Optional<List<Object>> read(Optional<String> text, int query, int size) {
        return text.map(given -> read(given, query, size));
    }

    private static List<Object> read(String text, int query, int size) {
        try {
            JsonNode json = JSON.readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            JsonNode values = json.path(1);
            if (json.path(0).asInt(0) == query && values.isArray() && values.size() == size) {
                return values.valueStream().map(PageToken::value).toList();
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Object value(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isString()) {
            return Texts.storable(node.stringValue());
        }
        throw invalid();
    }

    private static PlumblineException invalid() {
        return PlumblineException.invalid("page_token", "the page token is none of this query's");
    }
}
