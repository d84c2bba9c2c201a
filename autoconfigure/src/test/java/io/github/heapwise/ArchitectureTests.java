package io.github.heapwise;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.heapwise.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Tests of which package may use which.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = ArchitectureRules.shipped("io.github.heapwise");

	private static final String ROOT = "io.github.heapwise.";

	private static final Set<String> SHARED = Set.of("endpoint", "autoconfigure");

	private static final Set<String> ENGINES = Set.of("calltree", "timeline", "histogram", "history", "hprof",
			"heapgraph", "heapview", "jfr", "jvm", "os");

	@Test
	void enginesKnowTheJdkAndHistogramsOnly() {
		classes().that(areInOneOf(ENGINES).and(describe("are the domain", ArchitectureTests::isDomain)))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "javax..", "jdk.jfr..", "com.sun.management..",
					"org.jspecify..", "org.HdrHistogram..")
				.or(areInOneOf(ENGINES)))
			.check(CLASSES);
	}

	@Test
	void featuresDoNotKnowSpring() {
		noClasses().that(describe("are the domain of a feature", ArchitectureTests::isDomain))
			.should()
			.dependOnClassesThat(resideInAnyPackage("org.springframework..", ROOT + "endpoint.."))
			.check(CLASSES);
	}

	@Test
	void featuresDoNotKnowEachOther() {
		classes().should(useNoFeatureButTheirOwn()).check(CLASSES);
	}

	@Test
	void endpointsDoNotKnowTheirWiring() {
		ArchitectureRules.ENDPOINTS_DO_NOT_KNOW_THEIR_WIRING.check(CLASSES);
	}

	@Test
	void autoConfigurationsAreFinal() {
		ArchitectureRules.AUTO_CONFIGURATIONS_ARE_FINAL.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		ArchitectureRules.PACKAGES_ARE_FREE_OF_CYCLES.check(CLASSES);
	}

	private static ArchCondition<JavaClass> useNoFeatureButTheirOwn() {
		return new ArchCondition<>(
				"use no feature but their own (make what two need an engine or a small value type)") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getDirectDependenciesFromSelf()
					.stream()
					.filter((dependency) -> isForeignFeature(type, dependency.getTargetClass()))
					.forEach((dependency) -> events
						.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
			}

		};
	}

	private static DescribedPredicate<JavaClass> areInOneOf(Set<String> features) {
		return describe("are in one of " + features, (type) -> features.contains(feature(type)));
	}

	private static boolean isDomain(JavaClass type) {
		String name = type.getPackageName();
		return !name.endsWith(".endpoint") && !name.endsWith(".autoconfigure");
	}

	private static boolean isForeignFeature(JavaClass user, JavaClass used) {
		String feature = feature(used);
		return !feature.isEmpty() && !SHARED.contains(feature) && !ENGINES.contains(feature)
				&& !feature.equals(feature(user)) && !isWhatTheDiagnosisSees(user, used);
	}

	// The wiring of the diagnosis fills its record of signals with what the others know.
	private static boolean isWhatTheDiagnosisSees(JavaClass user, JavaClass used) {
		return user.getPackageName().equals(ROOT + "diagnosis.autoconfigure") && isDomain(used);
	}

	private static String feature(JavaClass type) {
		String name = type.getPackageName();
		return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
	}

}
