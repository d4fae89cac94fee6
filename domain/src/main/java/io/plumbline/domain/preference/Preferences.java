package io.plumbline.domain.preference;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import java.util.Optional;
import java.util.SortedMap;

/** Keeps what users prefer, by key. Each call is one durable transaction. */
public interface Preferences {
    /** All of this user, by key. */
    SortedMap<String, Document> all(Id user);

    /** The one of this key. */
    Optional<Document> find(Id user, String key);

    /** Keeps this value under this key. */
    void put(Id user, String key, Document value);

    /** Keeps exactly these. */
    void replaceAll(Id user, SortedMap<String, Document> values);

    /**
     * Forgets a key.
     *
     * @return whether it was there
     */
    boolean remove(Id user, String key);
}
