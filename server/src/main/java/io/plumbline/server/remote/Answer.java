package io.plumbline.server.remote;

/**
 * What a server answers.
 *
 * @param status of HTTP
 * @param body as it came
 * @param retryAfter seconds that it asks to wait, at least 1
 */
public record Answer(int status, String body, long retryAfter) {}
