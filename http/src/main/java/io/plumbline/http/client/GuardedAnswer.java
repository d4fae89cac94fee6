package io.plumbline.http.client;

import java.net.http.HttpHeaders;

/**
 * What another server answered.
 *
 * @param status of HTTP
 * @param headers as they came
 * @param body read to its end
 */
public record GuardedAnswer(int status, HttpHeaders headers, byte[] body) {}
