package io.plumbline.http.patch;

import tools.jackson.databind.JsonNode;

/** Equality of JSON values after RFC 6902, section 4.6: numbers are equal where their values are, however they are written. */
final class JsonEquality {
    private JsonEquality() {}

    static boolean equal(JsonNode left, JsonNode right) {
        return left.equals(JsonEquality::compare, right);
    }

    /** 0 for equal leaves; any other number says no more than that they differ. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }
}
