package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.SECRET;

import io.plumbline.domain.Header;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.domain.secret.Secret;
import io.plumbline.store.sql.generated.tables.records.SecretRecord;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How secrets are stored: sealed. */
final class SecretMapping implements ResourceMapping<Secret, SecretRecord> {
    @Override
    public String what() {
        return "secret";
    }

    @Override
    public Table<SecretRecord> table() {
        return SECRET;
    }

    @Override
    public Secret resource(Header header, SecretRecord row) {
        return new Secret(header, row.getName(), row.getType(), new Sealed(row.getSealed()));
    }

    @Override
    public Map<Field<?>, Object> columns(Secret secret) {
        return Map.of(
                SECRET.NAME, secret.name(),
                SECRET.TYPE, secret.type(),
                SECRET.SEALED, secret.sealed().base64());
    }
}
