package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** The rules of the design, each with its reason. */
final class Rules {
    private static final String MEASURES = "io.plumbline.measures..";
    private static final String DOMAIN = "io.plumbline.domain..";
    private static final String SKETCHES = "io.plumbline.sketches..";
    private static final String HTTP = "io.plumbline.http..";
    private static final String DIALECTS = "io.plumbline.dialects..";
    private static final String STORES = "io.plumbline.store..";
    private static final String SQL_STORE = "io.plumbline.store.sql..";
    private static final String ARTIFACT_STORE = "io.plumbline.store.artifacts..";
    private static final String DUCKDB_ENGINE = "io.plumbline.compute.duckdb..";

    private Rules() {}

    static ArchRule measuresStandAlone() {
        return classes()
                .that()
                .resideInAPackage(MEASURES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        MEASURES,
                        "java..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..",
                        "org.jspecify..")
                .because("measures also run inside Spark, where nothing else of ours is");
    }

    static ArchRule domainStandsOnMeasuresAlone() {
        return classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, MEASURES, "java..", "javax.crypto..", "org.jspecify..")
                .because("what the server is about does not depend on how it is stored or asked");
    }

    static ArchRule coreAsksNothingOfItsSurroundings() {
        return noClasses()
                .that()
                .resideInAnyPackage(MEASURES, DOMAIN)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.security.SecureRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
                .because("the same data gives the same bytes: clocks, chance and settings are passed in");
    }

    static ArchRule sketchLibraryStaysInItsAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SKETCHES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.datasketches..")
                .because("each engine brings its own version of the library");
    }

    static ArchRule duckDbStaysInItsEngine() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(DUCKDB_ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .because("an engine is known by its port alone");
    }

    static ArchRule enginesSeeOnlyTheCore() {
        return classes()
                .that()
                .resideInAPackage(DUCKDB_ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DUCKDB_ENGINE,
                        DOMAIN,
                        MEASURES,
                        "java..",
                        "com.sun.management..",
                        "org.duckdb..",
                        "org.jspecify..")
                .because("engines implement ports and know no one who uses them");
    }

    static ArchRule dialectsSeeOnlyTheCoreAndHttp() {
        return noClasses()
                .that()
                .resideInAPackage(DIALECTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORES, SKETCHES, "io.plumbline.compute..", "io.plumbline.server..")
                .because("a dialect translates, and does not know what keeps and computes");
    }

    static ArchRule dialectsDoNotSeeEachOther() {
        return slices().matching("io.plumbline.dialects.(*)..").should().notDependOnEachOther();
    }

    static ArchRule storesSeeOnlyTheCore() {
        return noClasses()
                .that()
                .resideInAPackage(STORES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DIALECTS, HTTP, SKETCHES, "io.plumbline.compute..", "io.plumbline.server..")
                .because("stores implement ports and know no one who uses them");
    }

    static ArchRule sqlStaysInItsStore() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SQL_STORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer..", "org.sqlite..", "org.postgresql..")
                .because("a store is known by its ports alone");
    }

    static ArchRule objectStoresStayInTheStoreOfArtifacts() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ARTIFACT_STORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("a server without an object store loads nothing of its library");
    }

    static ArchRule webFrameworkStaysInHttp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(HTTP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .because("its next major version may be another one");
    }

    static ArchRule implementationsAreSeenByTheCompositionRootOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        SKETCHES, DUCKDB_ENGINE, STORES, "io.plumbline.server..", "io.plumbline.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SKETCHES, DUCKDB_ENGINE, STORES)
                .because("whoever names an implementation cannot be run on another one");
    }

    static ArchRule packagesHaveNoCycles() {
        return slices().matching("io.plumbline.(**)").should().beFreeOfCycles();
    }
}
