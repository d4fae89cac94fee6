package io.plumbline.server.command;

import io.plumbline.server.output.View;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How the user wants something to be shown. */
public final class ListingOption {
    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ListFormat format = ListFormat.TABLE;

    /** Shows it. */
    public void show(View view, PrintWriter out, Surroundings surroundings) throws IOException {
        switch (format) {
            case TABLE -> view.writeTable(out, surroundings.terminal().emphasis());
            case JSON -> view.writeJson(out);
        }
    }
}
