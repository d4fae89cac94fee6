package io.plumbline.domain.artifact;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.Arrays;
import java.util.List;

/**
 * Where an artifact lies below its owner: names with slashes between them. The empty path is the owner itself.
 *
 * @param text without a slash at its ends
 */
public record ArtifactPath(String text) {
    /** The owner itself. */
    public static final ArtifactPath ROOT = new ArtifactPath("");

    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 255;

    /**
     * Checks the names.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a name is empty, {@code .} or {@code ..}, or has a backslash or a control
     *     character, and where the path is too long
     */
    public ArtifactPath {
        if (text.length() > LONGEST) {
            throw invalid("has more than " + LONGEST + " characters");
        }
        if (!text.isEmpty()) {
            Arrays.stream(text.split("/", -1)).forEach(ArtifactPath::checkName);
        }
    }

    /**
     * A path from outside; a slash at its end means nothing.
     *
     * @throws PlumblineException of {@link Failure.Invalid} as the constructor
     */
    public static ArtifactPath of(String text) {
        return new ArtifactPath(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw invalid("begins with a slash, or has two in a row");
        }
        if (name.equals(".") || name.equals("..")) {
            throw invalid("leads out of its folder");
        }
        if (name.length() > LONGEST_NAME) {
            throw invalid("has a name of more than " + LONGEST_NAME + " characters");
        }
        if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("has a backslash or a control character");
        }
    }

    private static PlumblineException invalid(String what) {
        return PlumblineException.invalid("path", "the path of the artifact " + what);
    }

    /** The names. */
    public List<String> names() {
        return isRoot() ? List.of() : List.of(text.split("/"));
    }

    /** Whether it is the owner itself. */
    public boolean isRoot() {
        return text.isEmpty();
    }

    /** The path after this many names. */
    public ArtifactPath below(int names) {
        List<String> all = names();
        return new ArtifactPath(String.join("/", all.subList(Math.min(names, all.size()), all.size())));
    }

    /** A path below this one. */
    public ArtifactPath resolve(String name) {
        return new ArtifactPath(isRoot() ? name : text + "/" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
