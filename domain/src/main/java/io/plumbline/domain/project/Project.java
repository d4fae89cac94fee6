package io.plumbline.domain.project;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Names;
import io.plumbline.domain.Resource;

/**
 * A place for models and data that belong together.
 *
 * @param header id, owner and history
 * @param name for people, 1 to 255 characters
 * @param description free text, may be empty
 * @param attributes what a dialect keeps beside
 */
public record Project(Header header, String name, String description, Document attributes)
        implements Resource<Project> {
    /**
     * Checks the name.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is blank or too long
     */
    public Project {
        Names.checkGiven(name);
    }

    @Override
    public Project with(Header newHeader) {
        return new Project(newHeader, name, description, attributes);
    }
}
