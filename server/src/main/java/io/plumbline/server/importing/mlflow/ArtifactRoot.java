package io.plumbline.server.importing.mlflow;

/** Where the artifacts of a run lie below those of a server, out of an address such as {@code mlflow-artifacts:/1/ab…/artifacts}. */
final class ArtifactRoot {
    private ArtifactRoot() {}

    /** The path below the artifacts of the server, without slashes at its ends. */
    static String path(String address) {
        String rest = address.substring(address.indexOf(':') + 1);
        String path = rest.startsWith("//") ? afterHost(rest.substring(2)) : rest;
        return path.replaceAll("^/+|/+$", "");
    }

    private static String afterHost(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0 ? "" : rest.substring(slash);
    }
}
