package io.plumbline.server.dialect;

import java.util.Collection;
import java.util.Map;

/** What an organization has that operations of a dialect can be called with. */
public interface Samples {
    /** The path of an operation with what is there, and with an id of nothing where there is nothing. */
    String path(ContractOperation operation);

    /** Parameters that the operation cannot do without, each with an ampersand behind it; empty where there are none. */
    default String query(ContractOperation operation) {
        return "";
    }

    /** Path and query. */
    default String target(ContractOperation operation) {
        String query = query(operation);
        return query.isEmpty() ? path(operation) : path(operation) + "?" + query;
    }

    /** Whether an operation names something that is there. */
    boolean names(ContractOperation operation);

    /** What another organization must not come to see: ids, or other texts. */
    Collection<String> ids();

    /** Everything as it is now, by its path. */
    Map<String, String> asItIs();
}
