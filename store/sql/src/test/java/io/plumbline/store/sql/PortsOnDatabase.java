package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineStore;
import io.plumbline.domain.check.CheckStore;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.User;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.performance.PerformanceCellStore;
import io.plumbline.domain.preference.Preferences;
import io.plumbline.domain.record.CountedEdges;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.domain.task.Tasks;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.store.testkit.AuditLogContract;
import io.plumbline.store.testkit.BaselineStoreContract;
import io.plumbline.store.testkit.CheckStoreContract;
import io.plumbline.store.testkit.IdentitiesContract;
import io.plumbline.store.testkit.MeasurementStoreContract;
import io.plumbline.store.testkit.PerformanceCellStoreContract;
import io.plumbline.store.testkit.PreferencesContract;
import io.plumbline.store.testkit.RecordManifestContract;
import io.plumbline.store.testkit.Samples;
import io.plumbline.store.testkit.SeriesContract;
import io.plumbline.store.testkit.TasksContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ports of the core, each with its suite. */
abstract class PortsOnDatabase {
    @RegisterExtension
    final TestDatabase database;

    PortsOnDatabase(TestDatabase database) {
        this.database = database;
    }

    @Nested
    class OfIdentities extends IdentitiesContract {
        @Override
        protected Identities identities() {
            return new SqlIdentities(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfPreferences extends PreferencesContract {
        @Override
        protected Preferences preferences() {
            return new SqlPreferences(database.database());
        }

        @Override
        protected Id user() {
            Organization organization = Samples.organization();
            User user = Samples.user(organization.id());
            Identities identities = new SqlIdentities(database.database());
            identities.addOrganization(organization);
            identities.addUser(user, List.of());
            return user.id();
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfAuditLog extends AuditLogContract {
        @Override
        protected AuditLog log() {
            return new SqlAuditLog(database.database(), () -> NOW);
        }

        @Override
        protected void tamper(long number, String action) {
            database.database()
                    .write(sql -> sql.update(AUDIT_ENTRY)
                            .set(AUDIT_ENTRY.ACTION, action)
                            .where(AUDIT_ENTRY.ENTRY_NUMBER.eq(number))
                            .execute());
        }

        @Override
        protected void remove(long number) {
            database.database()
                    .write(sql -> sql.deleteFrom(AUDIT_ENTRY)
                            .where(AUDIT_ENTRY.ENTRY_NUMBER.eq(number))
                            .execute());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfRecordManifest extends RecordManifestContract {
        @Override
        protected RecordManifest manifest() {
            return new SqlRecordManifest(database.database(), Sketches.NONE);
        }

        @Override
        protected void reopen() {
            database.reopen();
        }

        @Test
        void whatADatasetIsComparedWithGoesWithIt() {
            Id dropped = Samples.id();
            Id kept = Samples.id();
            CountedEdges edges = new SqlCountedEdges(database.database());
            BaselineStore baselines = new SqlBaselineStore(database.database(), Sketches.NONE);
            for (Id dataset : List.of(dropped, kept)) {
                edges.put(dataset, Map.of("age", Edges.of(1, 2, 3)));
                baselines.put(dataset, new BaselineProfiles("training", 1, "", new TreeMap<>()));
            }
            manifest().drop(dropped);
            assertThat(edges.of(dropped)).isEmpty();
            assertThat(baselines.find(dropped)).isEmpty();
            assertThat(edges.of(kept)).hasSize(1);
            assertThat(baselines.find(kept)).isPresent();
        }
    }

    @Nested
    class OfTasks extends TasksContract {
        @Override
        protected Tasks tasks() {
            return TestTasks.in(database.database());
        }

        @Override
        protected Node node(TaskHandler... handlers) {
            return TestTasks.node(database.another(), handlers);
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfMeasurements extends MeasurementStoreContract {
        @Override
        protected MeasurementStore store() {
            return new SqlMeasurementStore(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }

        @Override
        protected void keep(Monitor monitor) {
            SqlRepository.monitors(database.database()).add(monitor);
        }
    }

    @Nested
    class OfSeries extends SeriesContract {
        @Override
        protected MeasurementStore store() {
            return new SqlMeasurementStore(database.database());
        }
    }

    @Nested
    class OfChecks extends CheckStoreContract {
        @Override
        protected CheckStore store() {
            return new SqlCheckStore(database.database(), TestTasks.in(database.database()));
        }

        @Override
        protected Tasks tasks() {
            return TestTasks.in(database.database());
        }

        @Override
        protected Repository<Monitor> monitors() {
            return SqlRepository.monitors(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfBaselines extends BaselineStoreContract {
        @Override
        protected BaselineStore store() {
            return new SqlBaselineStore(database.database(), Sketches.NONE);
        }
    }

    @Nested
    class OfPerformanceCells extends PerformanceCellStoreContract {
        @Override
        protected PerformanceCellStore store() {
            return new SqlPerformanceCellStore(database.database());
        }

        @Override
        protected Repository<Monitor> monitors() {
            return SqlRepository.monitors(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }
}
