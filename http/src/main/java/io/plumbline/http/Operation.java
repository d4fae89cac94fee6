package io.plumbline.http;

import io.plumbline.domain.identity.Permission;

/**
 * One operation of a contract.
 *
 * @param id its name in the contract
 * @param method of HTTP
 * @param path with parameters in braces, its dialect's prefix in front; with {@code /**} at its end the last parameter takes all that is left
 * @param permission that the caller needs
 */
public record Operation(String id, String method, String path, Permission permission) {}
