package io.plumbline.server.output;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.json.JsonMapper;

/** Documents of a server as they are printed for programs. */
public final class JsonText {
    private JsonText() {}

    /** Writes a document, or a list of documents, indented and with a line end after it. */
    public static void write(Writer out, Object document) throws IOException {
        out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        out.write('\n');
    }
}
