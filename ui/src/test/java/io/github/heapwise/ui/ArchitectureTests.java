package io.github.heapwise.ui;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.heapwise.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Tests of which package may use which.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = ArchitectureRules.shipped("io.github.heapwise.ui");

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
		ArchitectureRules.ENDPOINTS_DO_NOT_KNOW_THEIR_WIRING.check(CLASSES);
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
		ArchitectureRules.AUTO_CONFIGURATIONS_ARE_FINAL.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		ArchitectureRules.PACKAGES_ARE_FREE_OF_CYCLES.check(CLASSES);
	}

}
