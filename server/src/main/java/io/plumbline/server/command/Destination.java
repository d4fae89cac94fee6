package io.plumbline.server.command;

import io.plumbline.server.output.Emphasis;
import java.io.IOException;
import java.io.Writer;

/** Where a result goes. */
@FunctionalInterface
interface Destination {
    /**
     * Writes the result there.
     *
     * @param text the result
     * @param description what it is called in a sentence, such as "HTML report"
     * @param conclusion a line or two for somebody who does not open the file
     */
    void write(Text text, String description, String conclusion) throws IOException;

    /** A result as text. */
    @FunctionalInterface
    interface Text {
        /** Writes it. */
        void writeTo(Writer out, Emphasis emphasis) throws IOException;
    }
}
