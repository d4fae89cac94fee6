package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.THREADS;
import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Repository} does.
 *
 * @param <T> the kind of resources
 */
public abstract class RepositoryContract<T extends Resource<T>> {
    private final Id organization = Samples.id();

    /** The repository under test, over the same data each time within a test. */
    protected abstract Repository<T> repository();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** A resource under this header, with everything in it that there can be. */
    protected abstract T full(Header header);

    /** A resource under this header, with everything left out that can be. */
    protected abstract T empty(Header header);

    private T added() {
        T resource = full(Samples.header(organization));
        repository().add(resource);
        return resource;
    }

    private T changed(T resource) {
        return empty(Samples.changed(resource.header()));
    }

    @Test
    void findsWhatWasAdded() {
        T resource = added();
        assertThat(repository().find(organization, resource.id())).contains(resource);
    }

    @Test
    void keepsWhatHasNothingButItsHeader() {
        Header header = Samples.header(organization).in(Optional.empty());
        T resource = empty(header);
        repository().add(resource);
        assertThat(repository().find(organization, resource.id())).contains(resource);
    }

    @Test
    void findsNothingThatWasNotAdded() {
        assertThat(repository().find(organization, Samples.id())).isEmpty();
        assertThat(repository().list(organization)).isEmpty();
    }

    @Test
    void refusesAnIdThatIsTaken() {
        T resource = added();
        T second = empty(resource.header());
        assertThat(failureOf(() -> repository().add(second))).containsInstanceOf(Failure.AlreadyExists.class);
        assertThat(repository().find(organization, resource.id())).contains(resource);
    }

    @Test
    void listsTheOldestFirst() {
        List<T> made = IntStream.of(5, 1, 4, 2, 3)
                .mapToObj(second -> full(Samples.header(organization, Samples.BEGIN.plusSeconds(second))))
                .toList();
        made.forEach(repository()::add);
        assertThat(repository().list(organization))
                .containsExactly(made.get(1), made.get(3), made.get(4), made.get(2), made.get(0));
    }

    @Test
    void replacesWhatHasTheRevisionBefore() {
        T resource = added();
        T changed = changed(resource);
        repository().replace(changed);
        assertThat(repository().find(organization, resource.id())).contains(changed);
    }

    @Test
    void refusesAChangeOfAnOldRevision() {
        T resource = added();
        T first = changed(resource);
        repository().replace(first);
        assertThat(failureOf(() -> repository().replace(changed(resource)))).containsInstanceOf(Failure.Stale.class);
        assertThat(repository().find(organization, resource.id())).contains(first);
    }

    @Test
    void refusesAChangeOfWhatIsGone() {
        T resource = added();
        repository().remove(organization, resource.id());
        assertThat(failureOf(() -> repository().replace(changed(resource)))).containsInstanceOf(Failure.NotFound.class);
        assertThat(repository().list(organization)).isEmpty();
    }

    @Test
    void removesOnce() {
        T resource = added();
        assertThat(repository().remove(organization, resource.id())).isTrue();
        assertThat(repository().remove(organization, resource.id())).isFalse();
        assertThat(repository().find(organization, resource.id())).isEmpty();
    }

    @Test
    void showsNothingOfOneOrganizationToAnother() {
        T resource = added();
        Id other = Samples.id();
        assertThat(repository().find(other, resource.id())).isEmpty();
        assertThat(repository().list(other)).isEmpty();
        assertThat(repository().remove(other, resource.id())).isFalse();
        Header header = resource.header();
        Header foreign = new Header(header.id(), other, header.project(), 2, header.stamp());
        assertThat(failureOf(() -> repository().replace(empty(foreign)))).containsInstanceOf(Failure.NotFound.class);
        assertThat(repository().find(organization, resource.id())).contains(resource);
    }

    @Test
    void keepsEverythingWhenReopened() {
        T removed = added();
        T kept = added();
        T changed = changed(added());
        repository().replace(changed);
        repository().remove(organization, removed.id());
        reopen();
        assertThat(repository().list(organization)).containsExactlyInAnyOrder(kept, changed);
    }

    @Test
    void letsOneOfManyAddAnId() {
        Header header = Samples.header(organization);
        List<Optional<Failure>> failures = race(number -> {
            T resource = number % 2 == 0 ? full(header) : empty(header);
            return failureOf(() -> repository().add(resource));
        });
        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(failures)
                .filteredOn(Optional::isPresent)
                .allSatisfy(failure -> assertThat(failure).containsInstanceOf(Failure.AlreadyExists.class));
        assertThat(repository().list(organization)).hasSize(1);
    }

    @Test
    void letsOneOfManyChangeARevision() {
        T resource = added();
        List<Optional<Failure>> failures =
                race(_ -> failureOf(() -> repository().replace(changed(resource))));
        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(failures)
                .filteredOn(Optional::isPresent)
                .allSatisfy(failure -> assertThat(failure).containsInstanceOf(Failure.Stale.class));
    }

    @Test
    void losesNoChangeOfThoseWhoTryAgain() {
        T resource = added();
        long each = 5;
        race(_ -> {
            for (int i = 0; i < each; i++) {
                changeUntilDone(resource.id());
            }
            return true;
        });
        assertThat(repository()
                        .find(organization, resource.id())
                        .orElseThrow()
                        .header()
                        .revision())
                .isEqualTo(1L + THREADS * each);
    }

    private void changeUntilDone(Id id) {
        boolean done = false;
        while (!done) {
            T current = repository().find(organization, id).orElseThrow();
            Optional<Failure> failure = failureOf(() -> repository().replace(changed(current)));
            failure.ifPresent(why -> assertThat(why).isInstanceOf(Failure.Stale.class));
            done = failure.isEmpty();
        }
    }

    @Test
    void refusesTextsThatNoDatabaseKeeps() {
        for (String bad : List.of("a\0b", "half \uD83D of a character")) {
            Header header = Samples.header(organization);
            Header named = new Header(header.id(), organization, header.project(), 1, Stamp.made(Samples.BEGIN, bad));
            assertThat(failureOf(() -> repository().add(full(named)))).containsInstanceOf(Failure.Invalid.class);
        }
        assertThat(repository().list(organization)).isEmpty();
    }
}
