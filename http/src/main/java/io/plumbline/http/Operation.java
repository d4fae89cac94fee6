package io.plumbline.http;

import io.plumbline.domain.identity.Permission;

/**
 * One operation of a contract.
 *
 * @param id its name in the contract
 * @param method of HTTP
 * @param path with parameters in braces, its dialect's prefix in front
 * @param permission that the caller needs
 */
public record Operation(String id, String method, String path, Permission permission) {}
