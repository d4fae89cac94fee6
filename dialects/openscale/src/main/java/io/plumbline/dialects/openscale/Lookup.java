package io.plumbline.dialects.openscale;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import java.util.function.Function;

/** Finds what requests name by its id, as it goes over the wire. */
public final class Lookup {
    private Lookup() {}

    /** What is found by this id; empty where nothing is, or nothing that the caller may see. */
    public static <T> Optional<T> found(String id, Function<Id, T> find) {
        try {
            return WireId.parse(id).map(find);
        } catch (PlumblineException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * What a field names. Where it is not there, the request makes no sense, and the message names the field.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where nothing is found by the id
     */
    public static <T> T named(String field, String id, Function<Id, T> find) {
        return found(id, find).orElseThrow(() -> missing(field, id));
    }

    /** That what a field names is not there. */
    public static PlumblineException missing(String field, String id) {
        return PlumblineException.invalid(field, "the field " + field + " names " + id + ", which is not there");
    }
}
