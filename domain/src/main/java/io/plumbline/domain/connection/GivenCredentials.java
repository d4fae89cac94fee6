package io.plumbline.domain.connection;

import io.plumbline.domain.Id;

/** What somebody gives as the credentials of a connection. */
public sealed interface GivenCredentials {
    /** There are none. */
    record None() implements GivenCredentials {}

    /** Those of a secret that is kept already. */
    record Named(Id secret) implements GivenCredentials {}

    /** These, which are to be sealed. */
    record Clear(String text) implements GivenCredentials {
        /** Says nothing of what they are. */
        @Override
        public String toString() {
            return "Clear[...]";
        }
    }
}
