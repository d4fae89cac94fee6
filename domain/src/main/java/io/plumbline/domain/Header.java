package io.plumbline.domain;

import java.util.Optional;

/**
 * What every resource has.
 *
 * @param id of the resource
 * @param organization that owns it
 * @param project it belongs to, where it belongs to one
 * @param revision counts its changes, from 1; a change names the revision it was made from
 * @param stamp who and when
 */
public record Header(Id id, Id organization, Optional<Id> project, long revision, Stamp stamp) {
    /** The header after one more change. */
    public Header next(Stamp changed) {
        return new Header(id, organization, project, revision + 1, changed);
    }

    /** The same in this project. */
    public Header in(Optional<Id> newProject) {
        return new Header(id, organization, newProject, revision, stamp);
    }
}
