package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.github.heapwise.heapgraph.MutatedDumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks all there is to ask of dumps that are damaged in random ways.
 */
class HostileDumpTests {

	private static final int DUMPS = Integer.getInteger("heapwise.hostile-views", 200);

	private static final long SEED = Long.getLong("heapwise.hostile-seed", 6);

	@TempDir
	private Path directory;

	@Test
	void damagedDumpsAreReportedAboutOrRefused() throws IOException {
		Map<MutatedDumps.Outcome, Integer> outcomes = new MutatedDumps(this.directory, SEED, HostileDumpViews::ask)
			.run(DUMPS);
		assertThat(outcomes.get(MutatedDumps.Outcome.WHOLE)).isGreaterThan(DUMPS / 10);
	}

}
