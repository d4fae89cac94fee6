package io.plumbline.domain.archive;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Names;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Archives of monitors as callers see them. Bytes are kept before they are listed and forgotten after, so that what is listed can be read, and a
 * stream that breaks off leaves the archive that was there.
 */
public final class MonitorArchives {
    private final Resources<MonitorArchive> resources;
    private final Blobs blobs;
    private final Ids ids;
    private final long largest;

    /**
     * Over these stores.
     *
     * @param largest how many bytes an archive may have
     */
    public MonitorArchives(Resources<MonitorArchive> resources, Blobs blobs, Ids ids, long largest) {
        this.resources = resources;
        this.blobs = blobs;
        this.ids = ids;
        this.largest = largest;
    }

    /**
     * Keeps an archive, in the place of one that is there already.
     *
     * @param definition the id of what the monitor measures
     * @param name of the file
     * @throws PlumblineException of {@link Failure.Invalid} where the name is blank or the archive empty; of {@link Failure.Stale} or
     *     {@link Failure.AlreadyExists} where somebody else keeps one at the same time; and as {@link Blobs#put}
     */
    public MonitorArchive put(Caller caller, Model model, String definition, String name, InputStream content) {
        caller.require(Permission.MONITOR_WRITE, model.header().project());
        Names.checkGiven(name);
        Id blob = ids.next();
        Blobs.Stored stored = blobs.put(blob, content, largest);
        Function<Header, MonitorArchive> make = header ->
                new MonitorArchive(header, model.id(), definition, name, blob, stored.size(), stored.sha256());
        try {
            requireContent(stored);
            return list(caller, model, definition, make);
        } finally {
            // What is not listed now never will be.
            if (lookup(caller, model.id(), definition).stream()
                    .noneMatch(kept -> kept.blob().equals(blob))) {
                blobs.remove(blob);
            }
        }
    }

    private static void requireContent(Blobs.Stored stored) {
        if (stored.size() == 0) {
            throw PlumblineException.invalid("the archive is empty");
        }
    }

    private MonitorArchive list(Caller caller, Model model, String definition, Function<Header, MonitorArchive> make) {
        Optional<MonitorArchive> before = lookup(caller, model.id(), definition);
        if (before.isEmpty()) {
            return resources.add(caller, model.header().project(), make);
        }
        List<Id> replaced = new ArrayList<>();
        MonitorArchive after = resources.change(caller, before.get().id(), kept -> {
            replaced.add(kept.blob());
            return make.apply(kept.header());
        });
        replaced.forEach(blobs::remove);
        return after;
    }

    private Optional<MonitorArchive> lookup(Caller caller, Id model, String definition) {
        return ofModel(caller, model).stream()
                .filter(archive -> archive.definition().equals(definition))
                .findFirst();
    }

    private List<MonitorArchive> ofModel(Caller caller, Id model) {
        return resources.list(caller).stream()
                .filter(archive -> archive.model().equals(model))
                .toList();
    }

    /**
     * The archive that is kept for this definition of a model.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where there is none, or none that the caller may read
     */
    public MonitorArchive find(Caller caller, Id model, String definition) {
        return lookup(caller, model, definition).orElseThrow(() -> PlumblineException.notFound("archive", definition));
    }

    /**
     * Reads the bytes of an archive that was found.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where it was replaced meanwhile
     */
    public InputStream open(MonitorArchive archive) {
        return blobs.open(archive.blob(), 0, archive.size());
    }

    /** Forgets the archive of this definition of a model, where there is one. */
    public void remove(Caller caller, Id model, String definition) {
        lookup(caller, model, definition).ifPresent(archive -> remove(caller, archive));
    }

    /** Forgets all archives of a model. */
    public void removeAll(Caller caller, Id model) {
        ofModel(caller, model).forEach(archive -> remove(caller, archive));
    }

    private void remove(Caller caller, MonitorArchive archive) {
        blobs.remove(resources.remove(caller, archive.id()).blob());
    }
}
