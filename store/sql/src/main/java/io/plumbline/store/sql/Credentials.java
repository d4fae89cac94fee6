package io.plumbline.store.sql;

/**
 * As whom a database server is asked.
 *
 * @param user the database's user
 * @param password the user's password, which {@link #toString()} leaves out
 */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
