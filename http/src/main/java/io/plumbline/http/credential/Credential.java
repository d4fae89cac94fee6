package io.plumbline.http.credential;

/** What a caller shows to be known by. None of them tells its secret when it is printed. */
public sealed interface Credential {
    /**
     * A token that this server signed, or an API key.
     *
     * @param value as it came
     */
    record Bearer(String value) implements Credential {
        @Override
        public String toString() {
            return "Bearer[…]";
        }
    }

    /**
     * A name with a password.
     *
     * @param user the name
     * @param password in clear
     */
    record Password(String user, String password) implements Credential {
        @Override
        public String toString() {
            return "Password[" + user + ", …]";
        }
    }

    /**
     * An API key.
     *
     * @param secret in clear
     */
    record Key(String secret) implements Credential {
        @Override
        public String toString() {
            return "Key[…]";
        }
    }
}
