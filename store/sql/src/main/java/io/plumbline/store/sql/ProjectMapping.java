package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PROJECT;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.project.Project;
import io.plumbline.store.sql.generated.tables.records.ProjectRecord;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How projects are stored. */
final class ProjectMapping implements ResourceMapping<Project, ProjectRecord> {
    @Override
    public String what() {
        return "project";
    }

    @Override
    public Table<ProjectRecord> table() {
        return PROJECT;
    }

    @Override
    public Project resource(Header header, ProjectRecord row) {
        return new Project(header, row.getName(), row.getDescription(), new Document(row.getAttributes()));
    }

    @Override
    public Map<Field<?>, Object> columns(Project project) {
        return Map.of(
                PROJECT.NAME, project.name(),
                PROJECT.DESCRIPTION, project.description(),
                PROJECT.ATTRIBUTES, project.attributes().json());
    }
}
