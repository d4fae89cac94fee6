package io.plumbline.domain.secret;

import io.plumbline.domain.Header;
import io.plumbline.domain.Resource;

/**
 * A credential for another system. What it says is sealed, and shown to nobody again.
 *
 * @param header id, owner and history
 * @param name for people, may be empty
 * @param type the dialect's word for what kind of credential it is
 * @param sealed the credential, readable to the {@link Sealing} only
 */
public record Secret(Header header, String name, String type, Sealed sealed) implements Resource<Secret> {
    @Override
    public Secret with(Header newHeader) {
        return new Secret(newHeader, name, type, sealed);
    }
}
