package io.plumbline.domain;

/**
 * A thing with an id, an owner and a history of changes, kept in a {@link Repository}.
 *
 * @param <T> the resource itself
 */
public interface Resource<T extends Resource<T>> {
    /** Id, owner, revision and who touched it. */
    Header header();

    /** The same thing under this header. */
    T with(Header header);

    /** The id of the header. */
    default Id id() {
        return header().id();
    }
}
