package io.plumbline.http;

import io.plumbline.http.credential.CredentialScheme;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a dialect speaks.
 *
 * @param dialect its name, in logs and metrics
 * @param mapper of its JSON: its policy on unknown fields, on nulls, on dates
 * @param errors its error answers
 * @param credentials where it looks for one, in this order
 * @param limits of its requests
 */
public record Wire(
        String dialect, JsonMapper mapper, ErrorTable errors, List<CredentialScheme> credentials, Limits limits) {
    /** Keeps an unmodifiable copy. */
    public Wire {
        credentials = List.copyOf(credentials);
    }
}
