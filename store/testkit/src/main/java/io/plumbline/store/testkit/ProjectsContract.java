package io.plumbline.store.testkit;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.project.Project;

/** What every repository of projects does. */
public abstract class ProjectsContract extends RepositoryContract<Project> {
    @Override
    protected Project full(Header header) {
        return new Project(header, "Credit risk", "All about 'credit'\nand risk", Samples.DOCUMENT);
    }

    @Override
    protected Project empty(Header header) {
        return new Project(header, "x", "", Document.EMPTY);
    }
}
