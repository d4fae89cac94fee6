package io.plumbline.measures.profile;

/**
 * A summary of bounded size that answers approximately. It may draw at random, so that two sketches of the same rows need not be
 * equal; each is within its stated error. Not safe for use by several threads while it is updated.
 *
 * @param <S> the kind of sketch
 */
public interface Sketch<S extends Sketch<S>> {

    /** A sketch of both inputs; neither of the two is changed. */
    S merge(S other);

    /** The sketch in the library's own compact form, which its later versions read. */
    byte[] toBytes();
}
