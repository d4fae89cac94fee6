package io.plumbline.domain.archive;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;

/**
 * An archive that is kept for the monitor of one definition of a model. It may be there before the monitor is.
 *
 * @param header id, owner and history: who kept it first, who replaced it last, and when
 * @param model that the monitor watches
 * @param definition the id of what the monitor measures; a model has one archive of each
 * @param name of the file
 * @param blob that holds the bytes
 * @param size in bytes
 * @param sha256 of the bytes, 64 hex digits
 */
public record MonitorArchive(Header header, Id model, String definition, String name, Id blob, long size, String sha256)
        implements Resource<MonitorArchive> {
    @Override
    public MonitorArchive with(Header newHeader) {
        return new MonitorArchive(newHeader, model, definition, name, blob, size, sha256);
    }
}
