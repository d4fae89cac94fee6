package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.ARTIFACT;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Artifact;
import io.plumbline.domain.artifact.ArtifactEntry;
import io.plumbline.domain.artifact.ArtifactIndex;
import io.plumbline.domain.artifact.ArtifactOwner;
import io.plumbline.domain.artifact.ArtifactPath;
import io.plumbline.store.sql.generated.tables.records.ArtifactRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which artifacts there are, in a database. */
public final class SqlArtifactIndex implements ArtifactIndex {
    /** Comes right after the slash, so that what begins with a folder and a slash ends before the folder and this. */
    private static final char AFTER_SLASH = '0';

    private final Database database;

    /** Those in this database. */
    public SqlArtifactIndex(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Artifact> put(ArtifactOwner owner, Artifact artifact) {
        Texts.storable(artifact.path().text());
        return database.write(sql -> {
            requireFitting(sql, artifact);
            Optional<Artifact> before = at(sql, owner.organization(), artifact.owner(), artifact.path());
            sql.insertInto(ARTIFACT)
                    .set(row(owner, artifact))
                    .onConflict(ARTIFACT.OWNER, ARTIFACT.PATH)
                    .doUpdate()
                    .set(row(owner, artifact))
                    .execute();
            return before;
        });
    }

    private static ArtifactRecord row(ArtifactOwner owner, Artifact artifact) {
        return new ArtifactRecord(
                artifact.owner().toString(),
                artifact.path().text(),
                owner.organization().toString(),
                owner.experiment().toString(),
                artifact.blob().toString(),
                artifact.size(),
                artifact.sha256(),
                Times.micros(artifact.createdAt()));
    }

    /** A name is a file's or a folder's. */
    private static void requireFitting(DSLContext sql, Artifact artifact) {
        List<String> above = new ArrayList<>();
        List<String> names = artifact.path().names();
        for (int i = 1; i < names.size(); i++) {
            above.add(String.join("/", names.subList(0, i)));
        }
        Condition owner = ARTIFACT.OWNER.eq(artifact.owner().toString());
        boolean clash = sql.fetchExists(
                ARTIFACT,
                owner.and(ARTIFACT.PATH.in(above).or(below(artifact.path().text()))));
        if (clash) {
            throw new PlumblineException(
                    new Failure.Conflict("a folder and a file would have the same path " + artifact.path()));
        }
    }

    private static Condition below(String folder) {
        return folder.isEmpty()
                ? DSL.trueCondition()
                : ARTIFACT.PATH.gt(folder + "/").and(ARTIFACT.PATH.lt(folder + AFTER_SLASH));
    }

    @Override
    public Optional<Artifact> find(Id organization, Id owner, ArtifactPath path) {
        return database.read(sql -> at(sql, organization, owner, path));
    }

    private static Optional<Artifact> at(DSLContext sql, Id organization, Id owner, ArtifactPath path) {
        return sql.selectFrom(ARTIFACT)
                .where(owned(organization, owner))
                .and(ARTIFACT.PATH.eq(Texts.replaced(path.text())))
                .fetchOptional(SqlArtifactIndex::artifact);
    }

    @Override
    public List<ArtifactEntry> list(Id organization, Id owner, ArtifactPath folder, String after, int limit) {
        Condition which = owned(organization, owner).and(below(Texts.replaced(folder.text())));
        return database.read(sql -> entries(sql, which, folder, after, limit));
    }

    /** Leaps from each entry to the next, however much lies in a folder between. */
    private static List<ArtifactEntry> entries(
            DSLContext sql, Condition which, ArtifactPath folder, String after, int limit) {
        List<ArtifactEntry> entries = new ArrayList<>();
        String last = after.isEmpty() ? "" : folder.resolve(after).text() + AFTER_SLASH;
        Condition rest = last.isEmpty() ? DSL.trueCondition() : ARTIFACT.PATH.ge(last);
        while (entries.size() < limit) {
            Optional<Artifact> next = sql.selectFrom(ARTIFACT)
                    .where(which)
                    .and(rest)
                    .orderBy(ARTIFACT.PATH)
                    .limit(1)
                    .fetchOptional(SqlArtifactIndex::artifact);
            if (next.isEmpty()) {
                return entries;
            }
            ArtifactEntry entry = entry(folder, next.get());
            entries.add(entry);
            rest = entry.isFolder()
                    ? ARTIFACT.PATH.ge(entry.path().text() + AFTER_SLASH)
                    : ARTIFACT.PATH.gt(entry.path().text());
        }
        return entries;
    }

    private static ArtifactEntry entry(ArtifactPath folder, Artifact artifact) {
        int depth = folder.names().size();
        List<String> names = artifact.path().names();
        return names.size() == depth + 1
                ? new ArtifactEntry(artifact.path(), OptionalLong.of(artifact.size()))
                : new ArtifactEntry(folder.resolve(names.get(depth)), OptionalLong.empty());
    }

    @Override
    public List<Artifact> below(Id organization, Id owner, ArtifactPath folder, String after, int limit) {
        String path = Texts.replaced(folder.text());
        return database.read(sql -> sql.selectFrom(ARTIFACT)
                .where(owned(organization, owner))
                .and(ARTIFACT.PATH.eq(path).or(below(path)))
                .and(ARTIFACT.PATH.gt(Texts.replaced(after)))
                .orderBy(ARTIFACT.PATH)
                .limit(limit)
                .fetch(SqlArtifactIndex::artifact));
    }

    @Override
    public List<Artifact> ofExperiment(Id organization, Id experiment, Optional<Artifact> after, int limit) {
        Condition rest = after.map(last -> DSL.row(ARTIFACT.OWNER, ARTIFACT.PATH)
                        .gt(last.owner().toString(), last.path().text()))
                .orElseGet(DSL::trueCondition);
        return database.read(sql -> sql.selectFrom(ARTIFACT)
                .where(ARTIFACT.ORGANIZATION.eq(organization.toString()))
                .and(ARTIFACT.EXPERIMENT.eq(experiment.toString()))
                .and(rest)
                .orderBy(ARTIFACT.OWNER, ARTIFACT.PATH)
                .limit(limit)
                .fetch(SqlArtifactIndex::artifact));
    }

    @Override
    public Set<Id> used(Collection<Id> blobs) {
        List<String> ids = blobs.stream().map(Id::toString).toList();
        return database.read(sql -> sql.select(ARTIFACT.BLOB)
                .from(ARTIFACT)
                .where(ARTIFACT.BLOB.in(ids))
                .fetchSet(row -> Id.of(row.value1())));
    }

    @Override
    public void remove(Id organization, List<Artifact> artifacts) {
        database.write(sql -> {
            artifacts.forEach(artifact -> sql.deleteFrom(ARTIFACT)
                    .where(owned(organization, artifact.owner()))
                    .and(ARTIFACT.PATH.eq(artifact.path().text()))
                    .and(ARTIFACT.BLOB.eq(artifact.blob().toString()))
                    .execute());
            return true;
        });
    }

    private static Condition owned(Id organization, Id owner) {
        return ARTIFACT.ORGANIZATION.eq(organization.toString()).and(ARTIFACT.OWNER.eq(owner.toString()));
    }

    private static Artifact artifact(ArtifactRecord row) {
        return new Artifact(
                Id.of(row.getOwner()),
                Id.of(row.getExperiment()),
                new ArtifactPath(row.getPath()),
                Id.of(row.getBlob()),
                row.getByteCount(),
                row.getSha256(),
                Times.instant(row.getCreatedAt()));
    }
}
