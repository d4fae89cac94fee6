package io.plumbline.server.credit;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.output.Emphasis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Lets the fewest days of a demo pass, all of whose events are in them. */
public final class DemoWarmUp {
    private static final LocalDate ANY_DAY = LocalDate.of(2025, 1, 1);

    private final Path data;
    private final PrintWriter out;

    /** Whose server's data are in this folder. */
    public DemoWarmUp(Path data, PrintWriter out) {
        this.data = data;
        this.out = out;
    }

    /** Fills the folder, and tells what was found. */
    public void run() throws IOException {
        Configuration configuration =
                Configuration.of(Settings.of(Map.of(Setting.DATA, data.toString()), Map.of(), Optional.empty()));
        Findings findings =
                Findings.ofRun(configuration, new CreditDays(1, ANY_DAY, CreditDays.FEWEST), Progress.SILENT);
        findings.show(out, Emphasis.NONE);
        new DemoCalls("plumbline", 0, "").show(out, findings.places());
    }
}
