package io.github.heapwise.ui;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Tests of which package may use which.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages("io.github.heapwise.ui");

	@Test
	void pagesDoNotKnowWhoServesThem() {
		noClasses().that()
			.resideInAPackage("io.github.heapwise.ui")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.heapwise.ui.*..", "io.github.heapwise.endpoint..",
					"org.springframework.boot..")
			.check(CLASSES);
	}

	@Test
	void theEndpointDoesNotKnowItsWiring() {
		noClasses().that()
			.resideInAPackage("..ui.endpoint..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("..autoconfigure..")
			.check(CLASSES);
	}

	@Test
	void otherFeaturesAreKnownByHttpOnly() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.github.heapwise.ui..", "io.github.heapwise.endpoint",
					"io.github.heapwise.autoconfigure", "java..", "org.jspecify..", "org.springframework..",
					"org.thymeleaf..")
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsAreFinal() {
		classes().that().areAnnotatedWith(AutoConfiguration.class).should().haveModifier(FINAL).check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("io.github.heapwise.(**)").should().beFreeOfCycles().check(CLASSES);
	}

}
