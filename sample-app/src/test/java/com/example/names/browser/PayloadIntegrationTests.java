package com.example.names.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.calltree.Hwf1Encoder;
import io.github.heapwise.calltree.Pruning;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a large profile costs to transfer.
 */
class PayloadIntegrationTests {

	private static final int NODES = 100_000;

	private static final double DEFAULT_MIN_RATIO = 0.0001;

	private static final int METHODS = 4000;

	private static final String[] VERBS = { "get", "create", "resolve", "invoke", "handle", "convert", "read",
			"write" };

	private final Random random = new Random(42);

	@Test
	void largeProfileIsPrunedToAFewKilobytes() throws IOException {
		CallTree tree = tree();
		Pruning pruning = Pruning.of(tree, DEFAULT_MIN_RATIO);
		int whole = gzip(Hwf1Encoder.encode(tree, "{}", false));
		int pruned = gzip(Hwf1Encoder.encode(pruning.tree(), "{}", true));
		System.out.printf(
				"Profile of %,d nodes: %,d bytes gzip unpruned, %,d bytes with the %,d nodes above %s of all%n",
				tree.size(), whole, pruned, pruning.tree().size(), DEFAULT_MIN_RATIO);
		assertThat(pruning.tree().totalBytes(0)).isEqualTo(tree.totalBytes(0));
		assertThat(pruned).isLessThanOrEqualTo(200_000);
	}

	// Paths that share most of their way and fan out at the end, weights with a long
	// tail.
	private CallTree tree() {
		CallTreeBuilder builder = new CallTreeBuilder(new Frame("all", FrameCategory.SYNTHETIC));
		int last = 0;
		while (last < NODES) {
			int node = 0;
			int depth = 20 + this.random.nextInt(40);
			for (int level = 0; level < depth; level++) {
				node = builder.child(node, frame(level));
			}
			node = builder.child(node, new Frame("java.util.Class" + skewed(300), FrameCategory.ALLOCATED_CLASS));
			builder.add(node, (long) (1000 / Math.pow(1 - this.random.nextDouble(), 1.2)), 1);
			last = Math.max(last, node);
		}
		return builder.build();
	}

	private Frame frame(int level) {
		int method = (level * 131 + skewed(12) * 17) % METHODS;
		FrameCategory category = FrameCategory.values()[method % 3];
		return new Frame("org.example.module%d.service%d.Component%d.%s%d".formatted(method % 7, method % 31,
				method % 500, VERBS[method % VERBS.length], method), category);
	}

	private int skewed(int bound) {
		double uniform = this.random.nextDouble();
		return (int) (bound * uniform * uniform * uniform);
	}

	private static int gzip(byte[] content) throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(content);
		}
		return zipped.size();
	}

}
