package io.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.architecture.planted.SeesLibraries;
import io.plumbline.architecture.planted.SeesSketchesAndDuckDb;
import io.plumbline.compute.duckdb.planted.EngineThatSeesTheServer;
import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.planted.DialectThatSeesAStore;
import io.plumbline.domain.planted.DomainThatSeesTheServer;
import io.plumbline.measures.planted.AsksTheClock;
import io.plumbline.measures.planted.DependsOnPicocli;
import io.plumbline.measures.planted.one.First;
import io.plumbline.measures.planted.two.Second;
import io.plumbline.store.planted.StoreThatSeesHttp;
import org.junit.jupiter.api.Test;

/** Holds the production code to the rules, and each rule to a planted offender, so that no rule passes by seeing nothing. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/generated/"))
            .importPackages("io.plumbline");

    @Test
    void productionCodeIsThere() {
        assertThat(PRODUCTION.size()).isGreaterThan(50);
        assertThat(PRODUCTION.contain("io.plumbline.server.PlumblineCommand")).isTrue();
        assertThat(PRODUCTION.contain("io.plumbline.measures.drift.Measures")).isTrue();
    }

    @Test
    void measuresStandAlone() {
        holdsButCatches(Rules.measuresStandAlone(), DependsOnPicocli.class);
    }

    @Test
    void domainStandsOnMeasuresAlone() {
        holdsButCatches(Rules.domainStandsOnMeasuresAlone(), DomainThatSeesTheServer.class);
    }

    @Test
    void coreAsksNothingOfItsSurroundings() {
        holdsButCatches(Rules.coreAsksNothingOfItsSurroundings(), AsksTheClock.class);
    }

    @Test
    void sketchLibraryStaysInItsAdapter() {
        holdsButCatches(Rules.sketchLibraryStaysInItsAdapter(), SeesSketchesAndDuckDb.class);
    }

    @Test
    void duckDbStaysInItsEngine() {
        holdsButCatches(Rules.duckDbStaysInItsEngine(), SeesSketchesAndDuckDb.class);
    }

    @Test
    void enginesSeeOnlyTheCore() {
        holdsButCatches(Rules.enginesSeeOnlyTheCore(), EngineThatSeesTheServer.class);
    }

    @Test
    void implementationsAreSeenByTheCompositionRootOnly() {
        holdsButCatches(Rules.implementationsAreSeenByTheCompositionRootOnly(), SeesSketchesAndDuckDb.class);
    }

    @Test
    void dialectsSeeOnlyTheCoreAndHttp() {
        holdsButCatches(Rules.dialectsSeeOnlyTheCoreAndHttp(), DialectThatSeesAStore.class);
    }

    @Test
    void dialectsDoNotSeeEachOther() {
        holdsButCatches(Rules.dialectsDoNotSeeEachOther(), DialectThatSeesAStore.class, OpenScaleDialect.class);
    }

    @Test
    void storesSeeOnlyTheCore() {
        holdsButCatches(Rules.storesSeeOnlyTheCore(), StoreThatSeesHttp.class);
    }

    @Test
    void sqlStaysInItsStore() {
        holdsButCatches(Rules.sqlStaysInItsStore(), SeesLibraries.class);
    }

    @Test
    void objectStoresStayInTheStoreOfArtifacts() {
        holdsButCatches(Rules.objectStoresStayInTheStoreOfArtifacts(), SeesLibraries.class);
    }

    @Test
    void webFrameworkStaysInHttp() {
        holdsButCatches(Rules.webFrameworkStaysInHttp(), SeesLibraries.class);
    }

    @Test
    void packagesHaveNoCycles() {
        holdsButCatches(Rules.packagesHaveNoCycles(), First.class, Second.class);
    }

    private static void holdsButCatches(ArchRule rule, Class<?>... offenders) {
        rule.check(PRODUCTION);
        JavaClasses planted = new ClassFileImporter().importClasses(offenders);
        assertThatThrownBy(() -> rule.check(planted)).isInstanceOf(AssertionError.class);
    }
}
