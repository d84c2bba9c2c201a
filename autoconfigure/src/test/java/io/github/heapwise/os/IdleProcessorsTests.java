package io.github.heapwise.os;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IdleProcessors}.
 */
class IdleProcessorsTests {

	private KernelTree tree;

	@BeforeEach
	void tree(@TempDir Path root) {
		this.tree = new KernelTree(root);
	}

	@Test
	void idleTimeIsThatSinceTheLastCallWithWaitsForADisk() {
		IdleProcessors idle = new IdleProcessors(this.tree.processors(1000, 50).root());
		this.tree.processors(1080, 95);
		assertThat(idle.secondsSinceLastCall()).isEqualTo(1.25);
		this.tree.processors(1081, 95);
		assertThat(idle.secondsSinceLastCall()).isEqualTo(0.01);
		assertThat(idle.secondsSinceLastCall()).isZero();
	}

	@Test
	void counterThatTheKernelTakesBackCountsAsNothing() {
		IdleProcessors idle = new IdleProcessors(this.tree.processors(1000, 50).root());
		this.tree.processors(1000, 40);
		assertThat(idle.secondsSinceLastCall()).isZero();
	}

	@Test
	void nobodyTellsWhereTheKernelDoesNotCount() {
		IdleProcessors idle = new IdleProcessors(this.tree.processors(0, 0).root());
		assertThat(idle.secondsSinceLastCall()).isNaN();
	}

	@Test
	void nobodyTellsWithoutTheKernelsTable() {
		IdleProcessors idle = new IdleProcessors(this.tree.root());
		assertThat(idle.secondsSinceLastCall()).isNaN();
		this.tree.processors(1000, 50);
		assertThat(idle.secondsSinceLastCall()).isNaN();
		this.tree.processors(1100, 50);
		assertThat(idle.secondsSinceLastCall()).isEqualTo(1);
		this.tree.file("proc/stat", "cpu  1 2 3");
		assertThat(idle.secondsSinceLastCall()).isNaN();
	}

}
