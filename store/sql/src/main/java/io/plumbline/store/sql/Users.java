package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.USER_ACCOUNT;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import org.jooq.DSLContext;

/** Users, to those who keep something of theirs. */
final class Users {
    private Users() {}

    /**
     * Makes others who keep something of this user wait until the transaction ends. An update that changes nothing does so on every database.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where there is no such user
     */
    static void lock(DSLContext sql, Id user) {
        int found = sql.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.NAME, USER_ACCOUNT.NAME)
                .where(USER_ACCOUNT.ID.eq(user.toString()))
                .execute();
        if (found == 0) {
            throw PlumblineException.notFound("user", user);
        }
    }
}
