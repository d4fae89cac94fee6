package io.plumbline.server.importing.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * How a request says who sends it.
 *
 * @param header the field Authorization; empty for nobody
 */
record Login(Optional<String> header) {
    /** With an API key or a token. */
    static Login bearer(String key) {
        return new Login(Optional.of("Bearer " + key));
    }

    /** As MLflow's own clients take it from these variables: a token, or a user's name and password. */
    static Login ofVariables(Map<String, String> environment) {
        String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
        String password = environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
        Optional<String> token = Optional.ofNullable(environment.get("MLFLOW_TRACKING_TOKEN"));
        return user.isEmpty()
                ? new Login(token.map("Bearer "::concat))
                : new Login(Optional.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public String toString() {
        return "Login[…]";
    }
}
