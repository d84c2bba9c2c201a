package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EdgeStore}.
 */
class EdgeStoreTests {

	private static final int LISTS = 3000;

	@TempDir
	private Path directory;

	private EdgeStore store;

	@BeforeEach
	void createStore() {
		this.store = new EdgeStore(new WorkFiles(this.directory).sparse(1L << 26));
	}

	@Test
	void objectWithoutReferencesHasNoList() throws IOException {
		EdgeStore.Writer writer = this.store.writer();
		writer.begin(100);
		assertThat(writer.end()).isZero();
	}

	@Test
	void listsOfSeveralWritersDoNotMixHoweverManyWereExpected() throws IOException {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		List<EdgeStore.Writer> writers = List.of(this.store.writer(), this.store.writer());
		List<Integer> lengths = new ArrayList<>();
		List<Long> starts = new ArrayList<>();
		for (int list = 0; list < LISTS; list++) {
			EdgeStore.Writer writer = writers.get(random.nextInt(2));
			int length = random.nextInt((random.nextInt(100) == 0) ? 200_000 : 10);
			writer.begin(random.nextBoolean() ? length : random.nextInt(length + 10));
			for (int i = 0; i < length; i++) {
				writer.add(list);
			}
			lengths.add(length);
			starts.add(writer.end());
		}
		writers.forEach(EdgeStore.Writer::close);
		for (int list = 0; list < LISTS; list++) {
			assertThat(read(starts.get(list), list)).as("seed %d", seed).isEqualTo(lengths.get(list));
		}
		long edges = LongStream.range(1, this.store.end())
			.filter((at) -> this.store.edges().get(at) != ObjectGraph.NO_EDGE)
			.count();
		assertThat(edges).as("seed %d", seed).isEqualTo(lengths.stream().mapToLong(Integer::longValue).sum());
	}

	@Test
	void whatWasReservedForNothingIsGivenBack() throws IOException {
		EdgeStore.Writer writer = this.store.writer();
		for (int i = 0; i < 100; i++) {
			writer.begin(1_000_000);
			writer.add(i);
			writer.end();
		}
		writer.close();
		assertThat(this.store.end()).isLessThan(100_000);
	}

	private int read(long start, int expected) {
		int length = 0;
		for (long at = start; at != 0; length++) {
			int edge = this.store.edges().get(at);
			assertThat(edge & ObjectGraph.NUMBER).isEqualTo(expected);
			at = (edge >= 0) ? at + 1 : 0;
		}
		return length;
	}

}
