package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import io.plumbline.domain.registry.ModelQuery;
import io.plumbline.domain.registry.ModelRegistry;
import io.plumbline.domain.registry.ModelVersion;
import io.plumbline.domain.registry.RegisteredModel;
import io.plumbline.domain.registry.Stage;
import io.plumbline.domain.registry.VersionQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link ModelRegistry} does. */
public abstract class ModelRegistryContract {
    private final Id organization = Samples.id();
    private final Id run = Samples.id();

    /** The registry under test. */
    protected abstract ModelRegistry registry();

    private RegisteredModel model(String name) {
        return new RegisteredModel(
                Samples.id(),
                organization,
                name,
                "what it is",
                "ada",
                Samples.BEGIN,
                Samples.BEGIN,
                new TreeMap<>(Map.of("team", "risk")),
                new TreeMap<>());
    }

    private ModelVersion version(String model) {
        return new ModelVersion(
                organization,
                model,
                0,
                "a version",
                "mlflow-artifacts:/1/x/artifacts/model",
                Optional.of(run),
                "",
                "",
                Stage.NONE,
                "ada",
                Samples.BEGIN,
                Samples.BEGIN,
                new TreeMap<>(Map.of("k", "v")));
    }

    @Test
    void keepsModels() {
        RegisteredModel model = model("churn");
        registry().add(model);
        assertThat(registry().find(organization, "churn")).contains(model);
        assertThat(registry().find(Samples.id(), "churn")).isEmpty();
        assertThat(failureOf(() -> registry().add(model("churn")))).containsInstanceOf(Failure.AlreadyExists.class);
        registry().add(model("fraud"));
        assertThat(failureOf(() -> registry().change(organization, "fraud", found -> found.named("churn"))))
                .containsInstanceOf(Failure.AlreadyExists.class);
        registry()
                .change(organization, "churn", found -> found.named("churn 2").aliased(new TreeMap<>(Map.of("a", 1))));
        assertThat(registry().find(organization, "churn")).isEmpty();
        assertThat(registry().find(organization, "churn 2").orElseThrow().aliases())
                .isEqualTo(Map.of("a", 1));
        registry().remove(organization, "churn 2");
        assertThat(failureOf(() -> registry().remove(organization, "churn 2")))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void givesEachVersionANumberOfItsOwn() {
        registry().add(model("raced"));
        Set<Integer> numbers =
                new HashSet<>(race(_ -> registry().addVersion(version("raced")).version()));
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        registry().removeVersion(organization, "raced", 8);
        assertThat(registry().addVersion(version("raced")).version()).isEqualTo(9);
        assertThat(failureOf(() -> registry().addVersion(version("unknown"))))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void movesVersionsThroughStages() {
        registry().add(model("staged"));
        for (int i = 0; i < 3; i++) {
            registry().addVersion(version("staged"));
        }
        registry().changeVersion(organization, "staged", 1, found -> found.in(Stage.PRODUCTION));
        registry().succeed(organization, "staged", 2, Stage.PRODUCTION, Samples.BEGIN);
        assertThat(registry().version(organization, "staged", 1).orElseThrow().stage())
                .isEqualTo(Stage.ARCHIVED);
        assertThat(registry().latest(organization, "staged", List.of(Stage.PRODUCTION, Stage.NONE, Stage.STAGING)))
                .extracting(ModelVersion::version)
                .containsExactly(2, 3);
        assertThat(failureOf(() -> registry().succeed(organization, "staged", 9, Stage.STAGING, Samples.BEGIN)))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void forgetsAliasesWithTheirVersion() {
        registry().add(model("aliased"));
        registry().addVersion(version("aliased"));
        registry().change(organization, "aliased", found -> found.aliased(new TreeMap<>(Map.of("best", 1))));
        registry().removeVersion(organization, "aliased", 1);
        assertThat(registry().find(organization, "aliased").orElseThrow().aliases())
                .isEmpty();
    }

    @Test
    void findsModelsAndVersions() {
        registry().add(model("b model"));
        registry().add(model("a model"));
        registry().addVersion(version("b model"));
        registry().addVersion(version("a model"));
        registry().addVersion(version("a model"));
        TextMatch like = new TextMatch(Operator.LIKE, "%model");
        TagMatch risk = new TagMatch("team", new TextMatch(Operator.EQUAL, "risk"));
        assertThat(registry()
                        .search(
                                organization,
                                new ModelQuery(List.of(like), List.of(risk), List.of(), PageRequest.first(9)))
                        .items())
                .extracting(RegisteredModel::name)
                .containsExactly("a model", "b model");
        VersionQuery query = new VersionQuery(
                List.of(like),
                List.of(),
                Optional.of(Set.of(run)),
                Set.of(Stage.NONE),
                List.of(new TagMatch("k", new TextMatch(Operator.EQUAL, "v"))),
                List.of(),
                PageRequest.first(9));
        assertThat(registry().searchVersions(organization, query).items())
                .extracting(found -> found.model() + " " + found.version())
                .containsExactly("a model 2", "a model 1", "b model 1");
    }
}
