package io.github.heapwise.diagnosis;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisMarkdown}.
 */
class DiagnosisMarkdownTests {

	@Test
	void hasAHeadingForEachFindingAndATableOfItsEvidence() {
		assertThat(DiagnosisMarkdown.of(WrittenDiagnosis.of("GET / waits"))).isEqualTo("""
				# Heapwise: GET / waits

				2026-01-31T10:13:00Z to 2026-01-31T10:15:00Z, under load for 60 s from 2026-01-31T10:14:00Z

				## WARNING: GET / waits

				Rule waiting-on-io, confidence HIGH

				| evidence | observed | threshold | from | to |
				|---|---:|---:|---|---|
				| median latency | 212 ms | 100 ms | 2026-01-31T10:13:00.123Z | 2026-01-31T10:15:00.123Z |
				| idle processors | 95 % |  | 2026-01-31T10:13:00.123Z | 2026-01-31T10:15:00.123Z |

				What to do:

				- Take a few thread dumps under load and read what the threads of GET / wait for
				- Next: Latency of GET / (page 'routes', from '-5m', route 'GET /')

				## Looked for, not found (1)

				- All threads stand still: median latency: 212 ms (threshold 100 ms)

				## Cannot tell (1)

				- Memory held grows: Only 3 collections were seen; run it for 240 s more under load
				""");
	}

	@Test
	void takesNoTitleForMarkup() {
		String text = DiagnosisMarkdown.of(WrittenDiagnosis.of("![x](//e) <b>|@all #1 `a` *b*\n# c"));
		assertThat(text).contains("# Heapwise: !\\[x\\](//e) &lt;b&gt;\\|&#64;all \\#1 \\`a\\` \\*b\\*?\\# c\n");
	}

}
