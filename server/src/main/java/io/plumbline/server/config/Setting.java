package io.plumbline.server.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting of the server. Its key names it in the file; the flag is the key behind {@code --}, the variable the key in upper case behind
 * {@code PLUMBLINE_}, with {@code _} for {@code -}.
 */
public enum Setting {
    PORT("PORT", "8080", "Port to listen on; 0 for any that is free."),
    BIND("ADDRESS", "127.0.0.1", "Address to listen on; 0.0.0.0 for every address of the machine."),
    DATA("DIR", "plumbline-data", "Folder of records, metadata and keys. One server at a time works on it."),
    DATABASE(
            "URL",
            "",
            "JDBC URL of the database of metadata, such as jdbc:postgresql://host/plumbline. Empty: SQLite in the data folder."),
    DATABASE_USER("NAME", "", "User of the database, where its URL names none."),
    DATABASE_PASSWORD("SECRET", "", "Password for the database, where its URL has none.", Visibility.SECRET),
    KEYS(
            "DIR",
            "",
            "Folder of the keys that seal secrets and sign tokens. Empty: the folder 'keys' in the data folder. Nodes of one database share it."),
    ARTIFACTS(
            "URL",
            "",
            "Where the bytes of artifacts are kept: s3://BUCKET or s3://BUCKET/PREFIX for an S3-compatible store. Empty: the folder 'artifacts' in the data folder."),
    S3_ENDPOINT(
            "URL",
            "",
            "Address of the S3-compatible store, such as https://minio.example.org:9000. Empty: that of AWS."),
    S3_REGION("NAME", "", "Region that requests to it are signed for. Empty: found as AWS's own tools do."),
    S3_ADDRESSING(
            "HOW",
            "auto",
            "Where its addresses name the bucket: in the path, in the host, or auto, which is the path where an endpoint is set."),
    S3_ACCESS_KEY("NAME", "", "Name of the key for it. Empty: found as AWS's own tools do, as are temporary ones."),
    S3_SECRET_KEY("SECRET", "", "The key for it.", Visibility.SECRET),
    ADMIN_KEY(
            "SECRET",
            "",
            "API key of the user 'admin', also good as its password. Empty: a random one, printed once at the first start.",
            Visibility.SECRET),
    ACCESS_LOG("FILE", "-", "File that gets a line of JSON for each request; - for standard output, empty for none."),
    TOKEN_LIFETIME("TIME", "1h", "How long a token is valid that was given for a login."),
    DRAIN_TIME("TIME", "20s", "How long requests may take to finish once the server was asked to stop."),
    DAMAGED_LOG(
            "WHAT",
            "refuse",
            "What to do where records of the intake log are damaged: refuse to start, or set-aside, which keeps the intact ones and the damaged files beside them."),
    CALLED_HOSTS(
            "HOSTS",
            "",
            "Hosts that the server may call, with commas between; *.example.org for all below one. Empty: every host with a public address."),
    PRIVATE_HOSTS(
            "HOSTS", "", "Hosts that the server may call though their addresses are not public, with commas between.");

    private final String placeholder;
    private final String defaultValue;
    private final String meaning;
    private final Visibility visibility;

    /** Whether a value may be shown. */
    public enum Visibility {
        SHOWN,
        SECRET
    }

    Setting(String placeholder, String defaultValue, String meaning) {
        this(placeholder, defaultValue, meaning, Visibility.SHOWN);
    }

    Setting(String placeholder, String defaultValue, String meaning, Visibility visibility) {
        this.placeholder = placeholder;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.visibility = visibility;
    }

    /** Its name in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name on the command line. */
    public String flag() {
        return "--" + key();
    }

    /** Its name in the environment. */
    public String variable() {
        return "PLUMBLINE_" + name();
    }

    /** What stands for its value in a usage line. */
    public String placeholder() {
        return placeholder;
    }

    /** The value where nothing else is said; may be empty. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One or two sentences for a person. */
    public String meaning() {
        return meaning;
    }

    /** Whether its value may be shown. */
    public Visibility visibility() {
        return visibility;
    }

    /** The setting of this key. */
    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** All keys, for a message. */
    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
