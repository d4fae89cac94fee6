package io.plumbline.benchmarks.experiments;

import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.Owner;
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
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills an experiment through the store's own code while no server runs on its folder, because runs by the hundred thousand take long over HTTP. */
final class RunFilling {
    private static final int WRITERS = 64;
    private static final String INDEXES = "select name, sql from sqlite_master where type = 'index' and sql is not null"
            + " and tbl_name in ('metric_summary', 'run_param', 'run_tag')";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MICROS_APART = 60_000_000;

    private final SearchedRuns searched;
    private final List<Id> runs;
    private final List<Id> owners;

    RunFilling(SearchedRuns searched) {
        Ids ids = Ids.of(InstantSource.system(), new SecureRandom());
        this.searched = searched;
        this.runs = Stream.generate(ids::next).limit(searched.runs()).toList();
        this.owners = Stream.generate(ids::next).limit(SearchedRuns.OWNERS).toList();
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
            SqlRuns store = new SqlRuns(database);
            Clients.all(WRITERS, searched.runs(), (_, run) -> {
                store.add(run(filled, run), log(run));
                return 1;
            });
        }
    }

    private Run run(Experiment experiment, int number) {
        Instant start = START.plusSeconds(number * 60L);
        Instant end = start.plus(SearchedRuns.duration(number));
        RunStatus status = SearchedRuns.status(number);
        int parent = SearchedRuns.parent(number);
        return new Run(
                runs.get(number),
                0,
                experiment.organization(),
                experiment.id(),
                experiment.number(),
                "run " + number,
                SearchedRuns.note(number),
                status,
                Lifecycle.ACTIVE,
                parent == number ? Optional.empty() : Optional.of(runs.get(parent)),
                owner(experiment.owner(), SearchedRuns.owner(number)),
                start.plusMillis(1),
                start,
                status.isOver() ? Optional.of(end) : Optional.empty(),
                end,
                Optional.empty());
    }

    /** The first one is the user of the experiment. */
    private Owner owner(Owner first, int place) {
        return place == 0 ? first : new Owner(owners.get(place), "user " + place);
    }

    private RunLog log(int run) {
        double[] values = searched.values(run);
        List<MetricPoint> points = IntStream.range(0, values.length)
                .mapToObj(place -> new MetricPoint(SearchedRuns.metric(place), values[place], 0, run * MICROS_APART))
                .toList();
        return new RunLog(points, SearchedRuns.params(run), SearchedRuns.tags(run));
    }
}
