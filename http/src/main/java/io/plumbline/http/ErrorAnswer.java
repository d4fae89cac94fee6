package io.plumbline.http;

/**
 * How a dialect says that something failed.
 *
 * @param status of HTTP
 * @param body written by the dialect's mapper
 */
public record ErrorAnswer(int status, Object body) {}
