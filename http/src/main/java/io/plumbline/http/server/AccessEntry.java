package io.plumbline.http.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the access log keeps of a request. Neither query nor body nor credential nor path is in it: they may hold secrets.
 *
 * @param time when it came, ISO 8601
 * @param requestId its id
 * @param method of HTTP, or {@code other}
 * @param route the template of the path, or a hyphen where there is none
 * @param dialect that answered
 * @param operation its id, or a hyphen
 * @param caller the name of the user, or a hyphen
 * @param status of the answer
 * @param bytes of the answer's body as sent
 * @param micros how long it took, in microseconds
 */
public record AccessEntry(
        @JsonProperty("time") String time,
        @JsonProperty("request_id") String requestId,
        @JsonProperty("method") String method,
        @JsonProperty("route") String route,
        @JsonProperty("dialect") String dialect,
        @JsonProperty("operation") String operation,
        @JsonProperty("caller") String caller,
        @JsonProperty("status") int status,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("micros") long micros) {}
