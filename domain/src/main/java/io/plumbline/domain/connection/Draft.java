package io.plumbline.domain.connection;

import io.plumbline.domain.Document;

/**
 * What somebody says of a connection.
 *
 * @param type which product or protocol, in the dialect's word
 * @param name for people
 * @param description free text, may be empty
 * @param credentials by which it is opened
 * @param attributes what a dialect keeps beside, without credentials
 */
public record Draft(String type, String name, String description, GivenCredentials credentials, Document attributes) {}
