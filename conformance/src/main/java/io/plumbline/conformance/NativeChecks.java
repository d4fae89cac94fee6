package io.plumbline.conformance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of monitors by Plumbline's own API. */
record NativeChecks(Client client) {
    private static final int ATTEMPTS = 600;

    /**
     * A check that is asked for now, once it is over.
     *
     * @param monitor its path
     */
    JsonNode over(String monitor, ObjectNode request) {
        Client.Answer started = client.post(monitor + "/checks", request, 201);
        Check.equal(path(monitor, started.body()), started.location(), "the address of the check");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            JsonNode check = client.get(started.location());
            if (check.has("ended_at")) {
                return check;
            }
            Registrations.pause();
        }
        throw new IllegalStateException("the check " + started.location() + " does not end");
    }

    /** The path of a check. */
    static String path(String monitor, JsonNode check) {
        return monitor + "/checks/" + check.path("id").asString();
    }
}
