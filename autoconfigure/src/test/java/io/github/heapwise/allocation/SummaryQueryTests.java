package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.allocation.AllocationSummary.NamedBytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SummaryQuery}.
 */
class SummaryQueryTests {

	private final FedStore fed = new FedStore();

	@Test
	void librariesCountForTheFunctionThatCalledThem() {
		this.fed.rotate(0)
			.allocate(7, "main", 8000)
			.sample(1, 7, "main;add;byte[]", 1000)
			.sample(2, 7, "main;list;org.Json.write;java.Buffer.grow;char[]", 2000)
			.sample(3, 7, "main;list;byte[]", 1000)
			.rotate(10);
		AllocationSummary summary = summary(0, 10);
		assertThat(summary.functions()).containsExactly(new NamedBytes("list", 6000), new NamedBytes("add", 2000));
		assertThat(summary.types()).containsExactlyInAnyOrder(new NamedBytes("char[]", 4000),
				new NamedBytes("byte[]", 4000));
		assertThat(summary.samples()).isEqualTo(3);
		assertThat(summary.bytes()).isEqualTo(8000);
		assertThat(summary.recorded()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void whatNoFunctionOfTheApplicationCalledHasATypeOnly() {
		this.fed.rotate(0).allocate(7, "main", 100).sample(1, 7, "org.Server.run;byte[]", 100).rotate(10);
		assertThat(summary(0, 10).functions()).isEmpty();
		assertThat(summary(0, 10).types()).containsExactly(new NamedBytes("byte[]", 100));
	}

	@Test
	void functionsHaveTheSameShareOfSamplesWithoutAStack() {
		this.fed.rotate(0)
			.allocate(7, "main", 8000)
			.sample(1, 7, "add;byte[]", 1000)
			.sample(2, 7, "list;char[]", 1000)
			.sample(3, 7, "byte[]", 2000)
			.rotate(10);
		AllocationSummary summary = summary(0, 10);
		assertThat(summary.functions()).containsExactlyInAnyOrder(new NamedBytes("add", 4000),
				new NamedBytes("list", 4000));
		assertThat(summary.types()).containsExactly(new NamedBytes("byte[]", 6000), new NamedBytes("char[]", 2000));
	}

	@Test
	void whatHeapwiseAllocatesIsLeftOut() {
		this.fed.rotate(0)
			.allocate(7, "main", 4000)
			.sample(1, 7, "main;byte[]", 300)
			.ownSample(1, 7, 100)
			.allocate(8, "heapwise-jfr-stream", 50)
			.sample(AllocationEvent.OUTSIDE_TLAB, 2, this.fed.platform(8), "read;byte[]", 50_000)
			.rotate(10);
		AllocationSummary summary = summary(0, 10);
		assertThat(summary.bytes()).isEqualTo(3000);
		assertThat(summary.outsideTlabBytes()).isZero();
		assertThat(summary.samples()).isOne();
	}

	@Test
	void objectsThatNoTlabCouldHoldAreToldApart() {
		this.fed.rotate(0)
			.allocate(7, "main", 101_000)
			.sample(1, 7, "main;byte[]", 1000)
			.sample(AllocationEvent.OUTSIDE_TLAB, 2, this.fed.platform(7), "main;byte[]", 100_000)
			.rotate(10);
		assertThat(summary(0, 10).outsideTlabBytes()).isEqualTo(100_000);
		assertThat(summary(0, 10).bytes()).isEqualTo(101_000);
	}

	@Test
	void bucketCountsIfItsMiddleLiesInTheRange() {
		this.fed.rotate(0)
			.allocate(7, "main", 100)
			.sample(1, 7, "early;byte[]", 100)
			.rotate(10)
			.allocate(7, "main", 100)
			.sample(11, 7, "late;byte[]", 100)
			.rotate(20);
		assertThat(summary(6, 18).functions()).containsExactly(new NamedBytes("late", 100));
		assertThat(summary(30, 40)).isEqualTo(AllocationSummary.EMPTY);
	}

	private AllocationSummary summary(long from, long to) {
		return this.fed.store().summary(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
	}

}
