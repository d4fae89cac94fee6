package io.plumbline.server.command;

import io.plumbline.server.output.Listing;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How the user wants a listing to be shown. */
public final class ListingOption {
    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ListFormat format = ListFormat.TABLE;

    /** Shows it. */
    public void show(Listing listing, PrintWriter out, Surroundings surroundings) throws IOException {
        switch (format) {
            case TABLE -> listing.writeTable(out, surroundings.terminal().emphasis());
            case JSON -> listing.writeJson(out);
        }
    }
}
