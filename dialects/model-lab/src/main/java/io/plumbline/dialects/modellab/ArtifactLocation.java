package io.plumbline.dialects.modellab;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.ArtifactPath;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the artifacts of a run, or of a model that it logged, lie below their project: {@code <32 hex digits>/artifacts}, with the id that
 * MLflow's clients know.
 *
 * @param owner the run or the model
 */
record ArtifactLocation(Id owner) {
    private static final String FOLDER = "/artifacts";
    private static final Pattern PATH = Pattern.compile(
            "([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/artifacts/(.+)", Pattern.DOTALL);

    /** An artifact of an owner. */
    record File(Id owner, ArtifactPath path) {}

    /** The folder below the project. */
    String folder() {
        return owner.asUuid().toString().replace("-", "") + FOLDER;
    }

    /** The folder as MLflow's clients name it, in the project of this number. */
    String uri(long project) {
        return "mlflow-artifacts:///" + project + "/" + folder();
    }

    /** A file of the owner, below the project. */
    String file(ArtifactPath path) {
        return folder() + "/" + path;
    }

    /**
     * The file that a path below a project names.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where it can be none
     */
    static File parse(String text) {
        Matcher parts = PATH.matcher(text);
        if (!parts.matches()) {
            throw PlumblineException.notFound("artifact", text);
        }
        String uuid = String.join("-", parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
        Id owner = Id.of(UUID.fromString(uuid)).orElseThrow(() -> PlumblineException.notFound("artifact", text));
        return new File(owner, ArtifactPath.of(parts.group(6)));
    }
}
