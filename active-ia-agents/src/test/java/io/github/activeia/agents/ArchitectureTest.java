package io.github.activeia.agents;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String AGENTS = "io.github.activeia.agents..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.github.activeia");

    @Test
    void agents_see_neither_rag_nor_spring() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(AGENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.activeia.rag..", "org.springframework..", "dev.langchain4j..");

        rule.check(CLASSES);
    }

    @Test
    void core_sees_no_agent() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.github.activeia.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AGENTS, "io.github.activeia.rag..");

        rule.check(CLASSES);
    }

    @Test
    void the_vocabulary_imports_nothing_of_ours() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.github.activeia.core")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.activeia.core.*..", "io.github.activeia.agents..", "io.github.activeia.rag..");

        rule.check(CLASSES);
    }

    /** What agents share (session, writing, learning, leak) is not an agent; the gateway, the facade and the evaluation may use all of them. */
    @Test
    void agents_do_not_know_each_other() {
        ArchRule rule = slices().matching("io.github.activeia.agents.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage("io.github.activeia.agents.gateway", "io.github.activeia.agents.evaluation"),
                        resideInAnyPackage(AGENTS))
                .ignoreDependency(
                        resideInAnyPackage(AGENTS),
                        resideInAnyPackage(
                                "io.github.activeia.agents.session",
                                "io.github.activeia.agents.writing",
                                "io.github.activeia.agents.learning",
                                "io.github.activeia.agents.leak"));

        rule.check(CLASSES);
    }

    @Test
    void nothing_goes_back_to_the_gateway() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("io.github.activeia.agents", "io.github.activeia.agents.gateway")
                .and()
                .resideInAPackage(AGENTS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.activeia.agents.gateway");

        rule.check(CLASSES);
    }

    @Test
    void nothing_prints() {
        ArchRule rule = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

        rule.check(CLASSES);
    }

    @Test
    void public_classes_are_final() {
        ArchRule rule = ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(AGENTS)
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL);

        rule.check(CLASSES);
    }
}
