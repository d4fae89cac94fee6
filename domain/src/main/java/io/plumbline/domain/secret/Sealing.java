package io.plumbline.domain.secret;

import io.plumbline.domain.Id;

/** Seals credentials, so that the database alone gives none away. */
public interface Sealing {
    /** The text, sealed for the secret of this id: it opens for no other. */
    Sealed seal(String text, Id secret);

    /**
     * The text that was sealed.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Conflict} where it was sealed with another key, for another
     *     secret, or was changed
     */
    String open(Sealed sealed, Id secret);
}
