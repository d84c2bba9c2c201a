package io.github.heapwise.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Rules of architecture that hold in every module.
 */
public final class ArchitectureRules {

	public static final ArchRule ENDPOINTS_DO_NOT_KNOW_THEIR_WIRING = noClasses().that()
		.resideInAPackage("..endpoint..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..autoconfigure..");

	public static final ArchRule AUTO_CONFIGURATIONS_ARE_FINAL = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.haveModifier(FINAL);

	public static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("io.github.heapwise.(**)")
		.should()
		.beFreeOfCycles();

	private ArchitectureRules() {
	}

	/**
	 * Import what is shipped.
	 * @param rootPackage package of the classes, those below it included
	 * @return its classes without those of tests
	 */
	public static JavaClasses shipped(String rootPackage) {
		return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(rootPackage);
	}

}
