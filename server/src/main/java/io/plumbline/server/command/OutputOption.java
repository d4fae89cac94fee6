package io.plumbline.server.command;

import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.NewFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the user wants a result. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output. It appears complete or not at all.")
    private @Nullable Path path;

    /** The file; empty for standard output. */
    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /**
     * Where to write when the work is done. Asked for before it begins, so that nobody waits in vain.
     *
     * @throws io.plumbline.server.output.RefusedException where the file cannot be written or is one of the inputs
     */
    Destination destination(List<String> inputs, Surroundings surroundings, PrintWriter out) {
        if (path == null) {
            return (text, description, conclusion) ->
                    text.writeTo(out, surroundings.terminal().emphasis());
        }
        Inputs.requireOther(path, inputs);
        NewFile file = NewFile.at(path);
        return (text, description, conclusion) -> {
            file.writeText(writer -> text.writeTo(writer, Emphasis.NONE));
            out.println(conclusion);
            out.println("The " + description + " is in " + path + ".");
        };
    }
}
