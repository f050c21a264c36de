package io.github.activeia.rag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses RAG = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.github.activeia.rag");

    @Test
    void rag_sees_neither_agents_nor_spring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.activeia.agents..", "org.springframework..")
                .check(RAG);
    }

    @Test
    void the_store_interface_knows_no_store() {
        noClasses()
                .that()
                .resideInAPackage("io.github.activeia.rag.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.activeia.rag.store.lucene..",
                        "org.apache.lucene..",
                        "io.github.activeia.rag.store.langchain4j..",
                        "dev.langchain4j..")
                .check(RAG);
    }

    @Test
    void lucene_stays_in_its_rooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.github.activeia.rag.store.lucene..", "io.github.activeia.rag.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(RAG);
    }

    @Test
    void langchain4j_stays_in_its_rooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.github.activeia.rag.store.langchain4j..",
                        "io.github.activeia.rag.store.pgvector..",
                        "io.github.activeia.rag.embedding..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(RAG);
    }

    @Test
    void nothing_prints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(RAG);
    }

    @Test
    void public_classes_are_final() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .haveSimpleNameNotEndingWith("Exception")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(RAG);
    }
}
