package io.plumbline.server.serve;

import io.plumbline.domain.account.FirstStart;
import io.plumbline.server.config.Configuration;
import io.plumbline.store.records.StoreReport;
import java.io.PrintWriter;

/** What a starting server tells the person who started it. Each line is out at once. */
public final class Announcements {
    private final PrintWriter out;

    /** Printed there. */
    public Announcements(PrintWriter out) {
        this.out = out;
    }

    /** The administrator's key, which nobody will see again. */
    void adminKey(String secret) {
        tell("The API key of the user '" + FirstStart.ADMINISTRATOR + "', shown only this once: " + secret);
    }

    /** What was found of an earlier run. */
    void recovery(StoreReport report) {
        report.lines().forEach(line -> tell("Recovery: " + line));
    }

    /** Where the server is to be found. */
    void listening(Configuration configuration, int port) {
        String host = configuration.bind().contains(":") ? "[" + configuration.bind() + "]" : configuration.bind();
        tell("Plumbline listens on http://" + host + ":" + port + ", its data is in " + configuration.data()
                + ". Ctrl-C stops it.");
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }
}
