package io.plumbline.server;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.comparison.Comparison;
import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import io.plumbline.server.command.DataSource;
import io.plumbline.server.command.Services;
import io.plumbline.server.report.HtmlReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The real comparison of small comma-separated files, which are read without an engine. */
final class TestServices implements Services {

    @Override
    public DataSource startDataSource(int threads) {
        return new SmallFiles();
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

    private static final class SmallFiles implements DataSource {
        @Override
        public DataSet open(String location, Schema schema) {
            try {
                return new SmallFile(location, Files.readAllLines(Path.of(location)), schema);
            } catch (NoSuchFileException e) {
                throw new TableException("the file " + location + " does not exist", e);
            } catch (IOException e) {
                throw new TableException("the file " + location + " cannot be read", e);
            }
        }

        @Override
        public void writeProfile(DataSet data, Progress progress, OutputStream out) throws IOException {
            out.write(data.name().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    private record SmallFile(String name, List<String> lines, Schema schema) implements DataSet {
        private List<String> names() {
            return Arrays.asList(lines.getFirst().split(",", -1));
        }

        private String[] values(int column) {
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)[column])
                    .toArray(String[]::new);
        }

        @Override
        public long rows() {
            return lines.size() - 1;
        }

        @Override
        public List<TableColumn> columns() {
            return IntStream.range(0, names().size()).mapToObj(this::column).toList();
        }

        private TableColumn column(int index) {
            Schema.Declared declared =
                    schema.of(names().get(index)).orElse(new Schema.Declared(Optional.empty(), Optional.empty()));
            boolean isNumber = Arrays.stream(values(index)).allMatch(value -> value.matches("[0-9.]*"));
            return new TableColumn(
                    names().get(index),
                    isNumber ? ColumnType.NUMBER : ColumnType.TEXT,
                    declared.role().orElse(ColumnRole.FEATURE));
        }

        @Override
        public ColumnData column(TableColumn column) {
            String[] values = values(names().indexOf(column.name()));
            String[] present =
                    Arrays.stream(values).filter(value -> !value.isEmpty()).toArray(String[]::new);
            long missing = values.length - present.length;
            ColumnBuilder builder = new ColumnBuilder(column.type());
            builder.add(column.type() == ColumnType.NUMBER ? numbers(present, missing) : texts(present, missing));
            return builder.build();
        }

        private static ColumnChunk numbers(String[] present, long missing) {
            double[] numbers =
                    Arrays.stream(present).mapToDouble(Double::parseDouble).toArray();
            return new ColumnChunk.Numbers(numbers, numbers.length, missing, 0);
        }

        private static ColumnChunk texts(String[] present, long missing) {
            long[] counts = new long[present.length];
            Arrays.fill(counts, 1);
            return new ColumnChunk.Texts(present, counts, present.length, missing, 0);
        }

        @Override
        public OptionalLong duplicateRows() {
            return OptionalLong.empty();
        }
    }
}
