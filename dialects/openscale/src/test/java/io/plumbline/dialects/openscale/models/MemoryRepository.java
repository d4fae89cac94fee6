package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps resources in memory. */
public final class MemoryRepository<T extends Resource<T>> implements Repository<T> {
    private final Map<Id, T> kept = new ConcurrentSkipListMap<>();

    @Override
    public void add(T resource) {
        kept.put(resource.id(), resource);
    }

    @Override
    public Optional<T> find(Id organization, Id id) {
        return Optional.ofNullable(kept.get(id))
                .filter(found -> found.header().organization().equals(organization));
    }

    @Override
    public List<T> list(Id organization) {
        return kept.values().stream()
                .filter(resource -> resource.header().organization().equals(organization))
                .toList();
    }

    @Override
    public void replace(T changed) {
        long before = find(changed.header().organization(), changed.id())
                .orElseThrow(() -> PlumblineException.notFound("resource", changed.id()))
                .header()
                .revision();
        if (before + 1 != changed.header().revision()) {
            throw new PlumblineException(
                    new Failure.Stale("resource", changed.id().toString()));
        }
        kept.put(changed.id(), changed);
    }

    @Override
    public boolean remove(Id organization, Id id) {
        return find(organization, id).isPresent() && kept.remove(id) != null;
    }
}
