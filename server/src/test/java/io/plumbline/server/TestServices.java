package io.plumbline.server;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
import io.plumbline.server.command.DataSource;
import io.plumbline.server.command.Services;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The real parts with small presets. */
final class TestServices implements Services {
    private final Services wiring = new Wiring();

    @Override
    public DataSource startDataSource(int threads) {
        return wiring.startDataSource(threads);
    }

    @Override
    public ComparisonReport compare(DataSet reference, DataSet current, ComparisonPlan plan, Progress progress) {
        return wiring.compare(reference, current, plan, progress);
    }

    @Override
    public void writeHtml(ComparisonReport report, Appendable out) throws IOException {
        wiring.writeHtml(report, out);
    }

    @Override
    public Collection<Measure> measures() {
        return wiring.measures();
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Stability("plumbline-1", 0.3), new Stability("evidently-0.7", 0.5));
    }

    private record Stability(String name, double driftedShare) implements Preset {
        @Override
        public String description() {
            return "the population stability index of every column";
        }

        @Override
        public List<Measure> measuresFor(ColumnData reference, ColumnData current) {
            return List.of(Measures.require("psi@1"));
        }

        @Override
        public Correction correction() {
            return Correction.NONE;
        }
    }
}
