package io.callogram.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walls of the house, read from the picture in `architecture.md`.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.callogram");
    private static final String[] PURE = {
        "io.callogram.analyzer.event..",
        "io.callogram.analyzer.sip",
        "io.callogram.analyzer.sdp..",
        "io.callogram.analyzer.transaction..",
        "io.callogram.analyzer.dialog..",
        "io.callogram.analyzer.call..",
        "io.callogram.analyzer.flow..",
        "io.callogram.analyzer.story..",
        "io.callogram.analyzer.compare..",
    };

    @Test
    void packagesDependAsThePictureShows(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("architecture.puml");
        Files.writeString(picture, picture());
        classes()
                .that()
                .resideInAnyPackage("io.callogram.capture..", "io.callogram.analyzer..")
                .should(adhereToPlantUmlDiagram(picture, consideringOnlyDependenciesInDiagram()))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInThePicture() throws IOException {
        String picture = picture();
        for (var javaClass : CLASSES) {
            String name = javaClass.getPackageName();
            boolean shown = false;
            while (!shown && name.startsWith("io.callogram.")) {
                shown =
                        picture.contains("<<" + name + ">>")
                                || picture.contains("<<" + name + "..>>");
                name = name.substring(0, name.lastIndexOf('.'));
            }
            if (!shown) {
                throw new AssertionError(
                        javaClass.getPackageName() + " is not in docs/architecture.md");
            }
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.callogram.*.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachLibraryStaysInItsPackage() {
        onlyIn("io.callogram.capture.live..", "org.pcap4j..", "com.sun.jna..");
        onlyIn("io.callogram.analyzer.sip.jain..", "gov.nist..", "javax.sip..");
        onlyIn("io.callogram.analyzer.index..", "org.apache.lucene..");
        onlyIn("io.callogram.analyzer.ladder.plantuml..", "net.sourceforge.plantuml..");
        onlyIn("io.callogram.web..", "io.javalin..", "tools.jackson..");
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }

    @Test
    void foldsKnowNoClockNoChanceAndNoFile() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file", "java.net", "java.util.concurrent")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Handler|Processor|Data|Info)")
                .check(CLASSES);
    }

    @Test
    void captureAndSamplesStandAlone() {
        classes()
                .that()
                .resideInAnyPackage("io.callogram.capture..", "io.callogram.samples..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.callogram.capture..",
                        "io.callogram.samples..",
                        "java..",
                        "javax.net.ssl",
                        "org.jspecify..",
                        "org.pcap4j..")
                .check(CLASSES);
    }

    private static String picture() throws IOException {
        String page = Files.readString(Path.of("architecture.md"));
        int start = page.indexOf("@startuml");
        return page.substring(start, page.indexOf("@enduml") + "@enduml".length());
    }
}
