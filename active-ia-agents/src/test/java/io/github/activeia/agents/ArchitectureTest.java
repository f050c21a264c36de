package io.github.activeia.agents;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "io.github.activeia", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String AGENTS = "io.github.activeia.agents..";

    @ArchTest
    static final ArchRule AGENTS_SEE_NEITHER_RAG_NOR_SPRING = noClasses()
            .that()
            .resideInAPackage(AGENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.activeia.rag..", "org.springframework..", "dev.langchain4j..");

    @ArchTest
    static final ArchRule CORE_SEES_NO_AGENT = noClasses()
            .that()
            .resideInAPackage("io.github.activeia.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AGENTS, "io.github.activeia.rag..");

    @ArchTest
    static final ArchRule THE_VOCABULARY_IMPORTS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("io.github.activeia.core")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.activeia.core.*..", "io.github.activeia.agents..", "io.github.activeia.rag..");

    /** What agents share (session, writing) is not an agent; the gateway, the facade and the evaluation may use all of them. */
    @ArchTest
    static final ArchRule AGENTS_DO_NOT_KNOW_EACH_OTHER = slices().matching("io.github.activeia.agents.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAnyPackage("io.github.activeia.agents.gateway", "io.github.activeia.agents.evaluation"),
                    resideInAnyPackage(AGENTS))
            .ignoreDependency(
                    resideInAnyPackage(AGENTS),
                    resideInAnyPackage("io.github.activeia.agents.session", "io.github.activeia.agents.writing"));

    @ArchTest
    static final ArchRule NOTHING_GOES_BACK_TO_THE_GATEWAY = noClasses()
            .that()
            .resideOutsideOfPackages("io.github.activeia.agents", "io.github.activeia.agents.gateway")
            .and()
            .resideInAPackage(AGENTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.activeia.agents.gateway");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule PUBLIC_CLASSES_ARE_FINAL = ArchRuleDefinition.classes()
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
}
