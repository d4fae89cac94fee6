package io.plumbline.http.server;

import io.plumbline.http.Limits;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How the server speaks where no vendor has a say: health, metrics, pages, and paths that nobody has. */
public final class PlainDialect {
    private PlainDialect() {}

    /** The dialect within these limits. */
    public static Wire wire(Limits limits) {
        return new Wire(
                "plain",
                JsonMapper.builder().build(),
                new PlainErrors(),
                List.of(CredentialScheme.bearer(), CredentialScheme.basic()),
                limits);
    }
}
