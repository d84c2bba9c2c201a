package io.github.heapwise.allocation;

import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleTree}.
 */
class SampleTreeTests {

	@Test
	void fullTreeTakesNoNewNames() {
		SampleTree tree = new SampleTree(10);
		int known = tree.frame(new Frame("known", FrameCategory.JDK));
		int node = tree.stack(new int[] { known, known, known, known, known, known }, false);
		assertThat(tree.isFull()).isTrue();
		int one = tree.frame(new Frame("new 1", FrameCategory.JDK));
		int other = tree.frame(new Frame("new 2", FrameCategory.JDK));
		assertThat(one).isEqualTo(other);
		assertThat(tree.frame(new Frame("known", FrameCategory.JDK))).isEqualTo(known);
		assertThat(tree.isOverflow(tree.stack(new int[] { known, one }, false))).isTrue();
		assertThat(tree.isOverflow(tree.leaf(node, one))).isTrue();
	}

}
