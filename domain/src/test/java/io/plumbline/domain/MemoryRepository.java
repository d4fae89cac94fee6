package io.plumbline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps resources in memory, and breaks when it is told to. */
public final class MemoryRepository<T extends Resource<T>> implements Repository<T> {
    private final String what;
    private final Map<Id, T> kept = new TreeMap<>();
    private boolean broken;

    /** Empty. */
    public MemoryRepository(String what) {
        this.what = what;
    }

    /** From now on every change fails. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public void add(T resource) {
        checkWorks();
        if (kept.putIfAbsent(resource.id(), resource) != null) {
            throw new PlumblineException(
                    new Failure.AlreadyExists(what, resource.id().toString()));
        }
    }

    @Override
    public Optional<T> find(Id organization, Id id) {
        return Optional.ofNullable(kept.get(id))
                .filter(found -> found.header().organization().equals(organization));
    }

    @Override
    public List<T> list(Id organization) {
        List<T> all = new ArrayList<>(kept.values());
        all.removeIf(resource -> !resource.header().organization().equals(organization));
        return all;
    }

    @Override
    public void replace(T changed) {
        checkWorks();
        T before = find(changed.header().organization(), changed.id())
                .orElseThrow(() -> PlumblineException.notFound(what, changed.id()));
        if (before.header().revision() + 1 != changed.header().revision()) {
            throw new PlumblineException(new Failure.Stale(what, changed.id().toString()));
        }
        kept.put(changed.id(), changed);
    }

    @Override
    public boolean remove(Id organization, Id id) {
        return find(organization, id).isPresent() && kept.remove(id) != null;
    }

    private void checkWorks() {
        if (broken) {
            throw new IllegalStateException("the repository of " + what + " is broken");
        }
    }
}
