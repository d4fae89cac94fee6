package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what the records of a relation are ordered. */
final class Ordering {
    static final String EVENT_TIME = "t";

    /** Where all that is asked for is equal, records come by event time and id, and those of one id as they came in. */
    private static final List<String> LAST_KEYS = List.of(EVENT_TIME, "i", "r", "s");

    private final RecordRelation relation;
    private final Bindings bindings;

    Ordering(Reading reading) {
        this.relation = reading.relation();
        this.bindings = reading.bindings();
    }

    /** The keys that are asked for; none for the order of event time. */
    List<String> keys(Order order) {
        return switch (order) {
            case Order.By(List<RecordQuery.Key> keys) ->
                keys.stream().map(this::key).toList();
            case Order.Random(double seed) -> List.of("hash(i, " + bindings.bind(seed) + ")");
        };
    }

    private String key(RecordQuery.Key key) {
        String alias = relation.field(key.field()).requireOrdered().alias();
        return alias + (key.direction() == Direction.ASCENDING ? " ASC" : " DESC") + " NULLS LAST";
    }

    /** An ORDER BY clause of which no two records are equal. */
    static String by(List<String> keys) {
        return by(keys, LAST_KEYS);
    }

    /** An ORDER BY clause. */
    static String by(List<String> keys, List<String> last) {
        return " ORDER BY " + Stream.concat(keys.stream(), last.stream()).collect(Collectors.joining(", "));
    }
}
