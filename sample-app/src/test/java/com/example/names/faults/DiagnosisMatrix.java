package com.example.names.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the diagnosis finds each fault of the sample, and nothing in applications that
 * have none. Takes a quarter of an hour of a quiet machine, so it runs only if it is
 * asked for by name. Writes the page of the documentation where {@value #WRITE} says so.
 */
class DiagnosisMatrix {

	private static final String WRITE = "matrix.write";

	private static final Path PUBLISHED = Path.of("../docs/diagnosis-matrix.md");

	private static Matrix matrix;

	@BeforeAll
	static void runAll() {
		matrix = Matrix.run(Cases.batches());
	}

	static Stream<Case> faults() {
		return Cases.all().stream().filter((which) -> !which.isHealthy());
	}

	static Stream<Case> healthy() {
		return Cases.all().stream().filter(Case::isHealthy);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void faultComesFirst(Case fault) {
		Outcome outcome = matrix.outcome(fault);
		assertThat(outcome.findings()).as("undecided: %s", outcome.undecided()).first().satisfies((first) -> {
			assertThat(first.rule()).isEqualTo(fault.rule());
			assertThat(first.isProblem()).isTrue();
			assertThat(first.title()).contains(fault.named());
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("healthy")
	void nothingIsWrongWithAHealthyApplication(Case healthy) {
		assertThat(matrix.outcome(healthy).findings()).noneMatch(Outcome.Finding::isProblem);
	}

	@Test
	void publishedMatrixSaysWhatComesFirst() throws IOException {
		Map<Case, Outcome> outcomes = Cases.all()
			.stream()
			.collect(Collectors.toMap((which) -> which, matrix::outcome, (one, other) -> one, LinkedHashMap::new));
		String page = MatrixPage.of(outcomes);
		if (Boolean.getBoolean(WRITE)) {
			Files.writeString(PUBLISHED, page);
		}
		assertThat(MatrixPage.first(Files.readString(PUBLISHED))).containsAllEntriesOf(MatrixPage.first(page));
	}

}
