package io.plumbline.server;

import io.plumbline.measures.comparison.Comparison;
import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.preset.Preset;
import io.plumbline.server.command.DataSource;
import io.plumbline.server.command.Services;
import io.plumbline.server.report.HtmlReport;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Where the parts are put together. */
final class Wiring implements Services {

    @Override
    public DataSource startDataSource(int threads) {
        return new FileDataSource(threads);
    }

    @Override
    public ComparisonReport compare(DataSet reference, DataSet current, ComparisonPlan plan, Progress progress) {
        return Comparison.compare(reference, current, plan, progress);
    }

    @Override
    public void writeHtml(ComparisonReport report, Appendable out) throws IOException {
        HtmlReport.write(report, out);
    }

    @Override
    public Collection<Measure> measures() {
        return Measures.all();
    }

    @Override
    public List<Preset> presets() {
        return List.of();
    }
}
