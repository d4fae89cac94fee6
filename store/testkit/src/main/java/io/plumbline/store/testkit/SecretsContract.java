package io.plumbline.store.testkit;

import io.plumbline.domain.Header;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.domain.secret.Secret;

/** What every repository of secrets does. */
public abstract class SecretsContract extends RepositoryContract<Secret> {
    @Override
    protected Secret full(Header header) {
        return new Secret(header, "key of the scoring service", "apikey", Sealed.of(new byte[] {0, -1, 127, 10}));
    }

    @Override
    protected Secret empty(Header header) {
        return new Secret(header, "", "", Sealed.of(new byte[0]));
    }
}
