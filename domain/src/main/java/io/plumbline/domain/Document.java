package io.plumbline.domain;

/**
 * A JSON document that the core keeps and hands back without looking into it: what a dialect knows of a thing beyond the core's words.
 *
 * @param json the text of a JSON value
 */
public record Document(String json) {
    /** An object without members. */
    public static final Document EMPTY = new Document("{}");
}
