package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.preset.Preset;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** What the commands need of the rest of the program. */
public interface Services {

    /** Starts what reads data sets, with so many threads. */
    DataSource startDataSource(int threads);

    /** Compares two data sets. */
    ComparisonReport compare(DataSet reference, DataSet current, ComparisonPlan plan, Progress progress);

    /** Writes a report as one HTML file. */
    void writeHtml(ComparisonReport report, Appendable out) throws IOException;

    /** Every measure there is. */
    Collection<Measure> measures();

    /** Every choice of measures, the default one first. */
    List<Preset> presets();
}
