package io.plumbline.benchmarks.experiments;

import io.plumbline.domain.Ids;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.identity.Organization;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlExperiments;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRuns;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Fills an experiment through the store's own code while no server runs on its folder, because runs by the hundred thousand take long over HTTP. */
final class RunFilling {
    private static final int WRITERS = 64;
    private static final String INDEXES = "select name, sql from sqlite_master where type = 'index' and sql is not null"
            + " and tbl_name in ('metric_summary', 'run_param')";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MICROS_APART = 60_000_000;

    private final SearchedRuns searched;
    private final Ids ids = Ids.of(InstantSource.system(), new SecureRandom());

    RunFilling(SearchedRuns searched) {
        this.searched = searched;
    }

    /** Puts the runs into the experiment with this decimal id. Indexes of what runs log are made anew after it, which is far quicker than row by row. */
    void fill(Path data, String experiment) throws InterruptedException, ExecutionException, SQLException {
        Path file = data.resolve("plumbline.db");
        List<String> indexes = dropIndexes(file);
        try {
            add(file, experiment);
        } finally {
            execute(file, indexes);
        }
    }

    /** How they are made. */
    private static List<String> dropIndexes(Path file) throws SQLException {
        List<String> making = new ArrayList<>();
        List<String> dropping = new ArrayList<>();
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                making.add(rows.getString("sql"));
                dropping.add("drop index " + rows.getString("name"));
            }
        }
        execute(file, dropping);
        return making;
    }

    private static void execute(Path file, List<String> commands) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private void add(Path file, String experiment) throws InterruptedException, ExecutionException {
        try (Database database = Database.sqlite(file)) {
            Organization organization =
                    new SqlIdentities(database).organizations().getFirst();
            Experiment filled = new SqlExperiments(database)
                    .numbered(organization.id(), Long.parseLong(experiment))
                    .orElseThrow();
            SqlRuns runs = new SqlRuns(database);
            Clients.all(WRITERS, searched.runs(), (_, run) -> {
                runs.add(run(filled, run), log(run));
                return 1;
            });
        }
    }

    private Run run(Experiment experiment, int number) {
        Instant start = START.plusSeconds(number * 60L);
        return new Run(
                ids.next(),
                0,
                experiment.organization(),
                experiment.id(),
                experiment.number(),
                "run " + number,
                "",
                RunStatus.COMPLETED,
                Lifecycle.ACTIVE,
                Optional.empty(),
                experiment.owner(),
                start,
                start,
                Optional.of(start.plusSeconds(30)),
                start.plusSeconds(30),
                Optional.empty());
    }

    private RunLog log(int run) {
        double[] values = searched.values(run);
        List<MetricPoint> points = IntStream.range(0, values.length)
                .mapToObj(place -> new MetricPoint(SearchedRuns.metric(place), values[place], 0, run * MICROS_APART))
                .toList();
        return new RunLog(points, SearchedRuns.params(run), new TreeMap<>());
    }
}
