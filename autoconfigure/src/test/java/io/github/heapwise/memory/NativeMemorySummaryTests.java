package io.github.heapwise.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.heapwise.memory.NativeMemory.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link NativeMemorySummary}.
 */
class NativeMemorySummaryTests {

	static final String TINY = "Total: reserved=30KB, committed=20KB\n- Class (reserved=30KB, committed=20KB)\n";

	@Test
	void summaryOfJdk17() {
		List<Category> categories = NativeMemorySummary.parse(fixture(17));
		assertThat(categories).hasSize(19)
			.startsWith(new Category("Java Heap", 262144L << 10, 262144L << 10))
			.contains(new Category("Class", 1048719L << 10, 527L << 10),
					new Category("Native Memory Tracking", 299L << 10, 299L << 10),
					new Category("Shared class space", 16384L << 10, 12060L << 10));
	}

	@Test
	void summaryOfJdk25() {
		List<Category> categories = NativeMemorySummary.parse(fixture(25));
		assertThat(categories).hasSize(20)
			.startsWith(new Category("Java Heap", 262144L << 10, 262144L << 10))
			.contains(new Category("Shared class space", 16384L << 10, 13908L << 10),
					new Category("Object Monitors", 1L << 10, 1L << 10));
	}

	@ParameterizedTest
	@CsvSource({ "17, 337412", "25, 339766" })
	void categoriesAddUpToTheTotal(int jdk, long totalKilobytes) {
		long committed = NativeMemorySummary.parse(fixture(jdk)).stream().mapToLong(Category::committedBytes).sum();
		assertThat(committed >> 10).isBetween(totalKilobytes - 20, totalKilobytes + 20);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                                             | no total, the JVM says ''
					Native memory tracking is not enabled          | no total, the JVM says 'Native memory tracking is not enabled'
					Total: reserved=1MB, committed=1MB             | unexpected line 'Total: reserved=1MB, committed=1MB'
					Total: reserved=1KB, committed=9000KB          | 9216000 bytes committed but categories add up to 0
					- Class (reserved=30, committed=20)            | unexpected line '- Class (reserved=30, committed=20)'
					- Class                                        | unexpected line '- Class'
					""")
	void anythingElseIsRefused(String text, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> NativeMemorySummary.parse(text)).withMessage(message);
	}

	@Test
	void smallestSummaryIsUnderstood() {
		assertThat(NativeMemorySummary.parse(TINY)).containsExactly(new Category("Class", 30 << 10, 20 << 10));
	}

	private static String fixture(int jdk) {
		try (InputStream in = NativeMemorySummaryTests.class.getResourceAsStream("native-memory-" + jdk + ".txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
