package io.plumbline.server.output;

import java.io.IOException;
import java.io.Writer;

/** Something that is shown to people or to programs. */
public interface View {
    /** Writes it for a person. */
    void writeTable(Appendable out, Emphasis emphasis) throws IOException;

    /** Writes it for a program. */
    void writeJson(Writer out) throws IOException;
}
