package io.plumbline.server.serve;

import io.plumbline.dialects.mlflow.MlflowDialect;
import io.plumbline.dialects.modellab.ModelLabDialect;
import io.plumbline.dialects.nativeapi.NativeDialect;
import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.openscale.records.DistributionTask;
import io.plumbline.domain.Ids;
import io.plumbline.domain.account.FirstStart;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.record.Retention;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Spool;
import io.plumbline.http.credential.Authenticator;
import io.plumbline.http.credential.IdentityAuthenticator;
import io.plumbline.http.credential.Tokens;
import io.plumbline.http.server.ApiPages;
import io.plumbline.http.server.HttpServer;
import io.plumbline.http.server.OperationalRoutes;
import io.plumbline.http.server.PlainDialect;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.secret.SigningKey;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.TaskRunner;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The running server. Everything is built here, in order, and closed in reverse; nothing is decided here. */
public final class Server implements Closeable {
    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SCHEDULES = Duration.ofSeconds(5);

    private final Opened opened;
    private final HttpServer http;

    private Server(Configuration configuration, Announcements tell, Opened opened) throws IOException {
        this.opened = opened;
        InstantSource clock = SystemClock.inMicroseconds();
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.of(clock, random);

        DataFolder folder = DataFolder.take(configuration.data());
        opened.keep(folder);
        Stores stores = Stores.open(configuration, folder, opened, ids, clock, Stores.Means.ofServer());
        new FirstStart(stores.identities(), stores.audit(), ids, clock, random)
                .prepare(configuration.adminKey())
                .ifPresent(tell::adminKey);
        tell.recovery(stores.records().recovery());

        Tracking tracking = Tracking.over(stores);
        runTasks(stores, tracking);
        runJobs(stores, tracking);

        Tokens tokens = new Tokens(SigningKey.in(configuration.keys()), configuration.tokenLifetime(), clock);
        Core core = Core.over(stores, new Passwords(random));
        PrometheusRegistry metrics = new PrometheusRegistry();
        Gauges.register(metrics, stores.records(), stores.database());
        Routes routes = new Routes(PlainDialect.wire(Limits.DEFAULT));
        OperationalRoutes.add(routes, metrics, Readiness.of(stores.records(), stores.identities()));
        OpenScale.over(core, tokens, random).mount(routes, OpenScaleDialect.wire(Limits.DEFAULT));
        Mlflow.over(tracking, random).mount(routes, MlflowDialect.wire(Limits.DEFAULT));
        ModelLab.over(tracking).mount(routes, ModelLabDialect.wire(Limits.DEFAULT));
        Native.over(core, tracking, new Spool(folder.spool())).mount(routes, NativeDialect.wire(Limits.DEFAULT));
        ApiPages pages = new ApiPages(routes);
        List.of("openscale", "native", "mlflow", "model-lab").forEach(pages::add);

        AccessLogOutput log = AccessLogOutput.to(configuration.accessLog());
        opened.keep(log);
        Authenticator authenticator = new IdentityAuthenticator(core.authentication(), tokens);
        http = Listening.start(configuration, routes, authenticator, metrics, log, clock);
        opened.keep(http::close);
        tell.listening(configuration, http.port());
    }

    private void runTasks(Stores stores, Tracking tracking) {
        TaskRunner runner = new TaskRunner(
                stores.database(),
                stores.tasks(),
                List.of(
                        new DistributionTask(SqlRepository.datasets(stores.database()), stores.records()),
                        stores.monitoring().task(),
                        tracking.runPurge(),
                        tracking.binPurge()),
                stores.clock(),
                TaskRunner.Pace.DEFAULT);
        opened.keep(runner::close);
        runner.start();
    }

    private void runJobs(Stores stores, Tracking tracking) {
        Retention retention = new Retention(
                stores.identities(), SqlRepository.datasets(stores.database()), stores.records(), stores.clock());
        BackgroundJobs jobs = new BackgroundJobs();
        opened.keep(jobs);
        jobs.every(BETWEEN_RETENTIONS, "retention", retention::run);
        jobs.every(
                BETWEEN_SCHEDULES, "scheduling of checks", stores.monitoring().scheduling()::run);
        BackgroundJobs sweeping = new BackgroundJobs(); // by itself, since the store of artifacts may keep it waiting
        opened.keep(sweeping);
        sweeping.every(BETWEEN_SWEEPS, "giving back the room of artifacts", tracking.sweep()::run);
    }

    /**
     * Starts it.
     *
     * @param tell is told what a person has to know
     * @throws io.plumbline.server.output.RefusedException where something stands in the way that a person can remove
     */
    public static Server start(Configuration configuration, Announcements tell) throws IOException {
        Opened opened = new Opened();
        try {
            return new Server(configuration, tell, opened);
        } catch (IOException | RuntimeException e) {
            try (opened) {
                throw e;
            }
        }
    }

    /** The port that it listens on. */
    public int port() {
        return http.port();
    }

    /** Takes no new requests, lets those under way finish, makes files of what waits, and lets go of everything. */
    @Override
    public void close() throws IOException {
        opened.close();
    }
}
