package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Resources of one kind in a table of their own.
 *
 * @param <T> the kind
 * @param <R> rows of the table
 */
public final class SqlRepository<T extends Resource<T>, R extends Record> implements Repository<T> {
    private final Database database;
    private final ResourceMapping<T, R> mapping;
    private final HeaderColumns header;

    SqlRepository(Database database, ResourceMapping<T, R> mapping) {
        this.database = database;
        this.mapping = mapping;
        this.header = new HeaderColumns(mapping.table());
    }

    /** The projects in this database. */
    public static Repository<Project> projects(Database database) {
        return new SqlRepository<>(database, new ProjectMapping());
    }

    /** The connections in this database. */
    public static Repository<Connection> connections(Database database) {
        return new SqlRepository<>(database, new ConnectionMapping());
    }

    /** The models in this database. */
    public static Repository<Model> models(Database database) {
        return new SqlRepository<>(database, new ModelMapping());
    }

    /** The datasets in this database. */
    public static Repository<Dataset> datasets(Database database) {
        return new SqlRepository<>(database, new DatasetMapping());
    }

    /** The monitors in this database. */
    public static Repository<Monitor> monitors(Database database) {
        return new SqlRepository<>(database, new MonitorMapping());
    }

    /** The definitions of monitors that users made, in this database. */
    public static Repository<CustomMonitor> customMonitors(Database database) {
        return new SqlRepository<>(database, new CustomMonitorMapping());
    }

    /** The archives of monitors in this database. */
    public static Repository<MonitorArchive> monitorArchives(Database database) {
        return new SqlRepository<>(database, new MonitorArchiveMapping());
    }

    /** The baselines in this database. */
    public static Repository<Baseline> baselines(Database database) {
        return new SqlRepository<>(database, new BaselineMapping());
    }

    /** The secrets in this database. */
    public static Repository<Secret> secrets(Database database) {
        return new SqlRepository<>(database, new SecretMapping());
    }

    @Override
    public void add(T resource) {
        Map<Field<?>, Object> values = values(resource);
        int added = database.write(sql -> sql.insertInto(mapping.table())
                .set(values)
                .onConflictDoNothing()
                .execute());
        if (added == 0) {
            throw new PlumblineException(
                    new Failure.AlreadyExists(mapping.what(), resource.id().toString()));
        }
    }

    @Override
    public Optional<T> find(Id organization, Id id) {
        return database.read(sql ->
                sql.selectFrom(mapping.table()).where(owned(organization, id)).fetchOptional(this::resource));
    }

    @Override
    public List<T> list(Id organization) {
        return database.read(sql -> sql.selectFrom(mapping.table())
                .where(header.organization.eq(organization.toString()))
                .orderBy(header.createdAt, header.id)
                .fetch(this::resource));
    }

    @Override
    public void replace(T changed) {
        Map<Field<?>, Object> values = values(changed);
        Optional<Failure> missed = database.write(sql ->
                replace(sql, changed.header(), values) ? Optional.empty() : Optional.of(missed(sql, changed.header())));
        missed.ifPresent(failure -> {
            throw new PlumblineException(failure);
        });
    }

    private boolean replace(DSLContext sql, Header changed, Map<Field<?>, Object> values) {
        return sql.update(mapping.table())
                        .set(values)
                        .where(owned(changed.organization(), changed.id()))
                        .and(header.revision.eq(changed.revision() - 1))
                        .execute()
                == 1;
    }

    private Failure missed(DSLContext sql, Header changed) {
        String id = changed.id().toString();
        return sql.fetchExists(mapping.table(), owned(changed.organization(), changed.id()))
                ? new Failure.Stale(mapping.what(), id)
                : new Failure.NotFound(mapping.what(), id);
    }

    @Override
    public boolean remove(Id organization, Id id) {
        return database.write(sql ->
                sql.deleteFrom(mapping.table()).where(owned(organization, id)).execute() == 1);
    }

    private Condition owned(Id organization, Id id) {
        return header.organization.eq(organization.toString()).and(header.id.eq(id.toString()));
    }

    private T resource(R row) {
        return mapping.resource(header.header(row), row);
    }

    private Map<Field<?>, Object> values(T resource) {
        Map<Field<?>, Object> values = header.values(resource.header());
        values.putAll(mapping.columns(resource));
        return Columns.storable(values);
    }
}
