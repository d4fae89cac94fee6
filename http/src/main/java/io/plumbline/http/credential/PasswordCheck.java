package io.plumbline.http.credential;

import java.util.Optional;

/** Tells whether a password is the one that a hash was made of. */
@FunctionalInterface
public interface PasswordCheck {
    /**
     * Whether the password fits.
     *
     * @param password in clear
     * @param hash of the right one; where there is none the answer is no, and takes as long, so that nobody learns who has a password
     */
    boolean matches(String password, Optional<String> hash);
}
