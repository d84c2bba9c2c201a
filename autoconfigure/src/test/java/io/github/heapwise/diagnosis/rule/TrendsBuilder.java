package io.github.heapwise.diagnosis.rule;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.Trends;

/**
 * Builds numbers over time: two minutes of seconds, and ten minutes of ten seconds of
 * those that move slowly. What a test does not tell is level.
 */
final class TrendsBuilder {

	private static final int POINTS = 61;

	private Series heapCommitted = SignalsBuilder.everySecond((i) -> 256e6);

	private Series resident = SignalsBuilder.everySecond((i) -> 400e6);

	private Series headroom = SignalsBuilder.everySecond((i) -> 600e6);

	private Series cpu = SignalsBuilder.everySecond((i) -> 0.8);

	private Series gcCpu = SignalsBuilder.everySecond((i) -> 0.02);

	private Series requests = SignalsBuilder.everySecond((i) -> 50);

	private Series threads = everyTenSeconds((i) -> 40);

	private Series direct = everyTenSeconds((i) -> 16e6);

	private Series metaspace = everyTenSeconds((i) -> 60e6);

	private Series classes = everyTenSeconds((i) -> 12_000);

	private Series files = everyTenSeconds((i) -> 100);

	private Series filesRatio = everyTenSeconds((i) -> 0.01);

	static TrendsBuilder level() {
		return new TrendsBuilder();
	}

	/**
	 * Make a series of the last ten minutes.
	 * @param value the value of each of 61 points
	 * @return the series
	 */
	static Series everyTenSeconds(IntToDoubleFunction value) {
		long end = SignalsBuilder.END.toEpochMilli();
		return new Series(LongStream.range(0, POINTS).map((i) -> end - (POINTS - 1 - i) * 10_000).toArray(),
				IntStream.range(0, POINTS).mapToDouble(value).toArray());
	}

	TrendsBuilder process(double heapMegabytes, double residentMegabytes, double headroomMegabytes) {
		this.heapCommitted = SignalsBuilder.everySecond((i) -> heapMegabytes * CollectionBuilder.MB);
		this.resident = SignalsBuilder.everySecond((i) -> residentMegabytes * CollectionBuilder.MB);
		this.headroom = SignalsBuilder.everySecond((i) -> headroomMegabytes * CollectionBuilder.MB);
		return this;
	}

	TrendsBuilder cpu(double all, double ofCollector) {
		this.cpu = SignalsBuilder.everySecond((i) -> all);
		this.gcCpu = SignalsBuilder.everySecond((i) -> ofCollector);
		return this;
	}

	TrendsBuilder requests(IntToDoubleFunction perSecond) {
		this.requests = SignalsBuilder.everySecond(perSecond);
		return this;
	}

	TrendsBuilder threads(IntToDoubleFunction value) {
		this.threads = everyTenSeconds(value);
		return this;
	}

	TrendsBuilder direct(IntToDoubleFunction megabytes) {
		this.direct = everyTenSeconds((i) -> megabytes.applyAsDouble(i) * CollectionBuilder.MB);
		return this;
	}

	TrendsBuilder metaspace(IntToDoubleFunction megabytes, IntToDoubleFunction loaded) {
		this.metaspace = everyTenSeconds((i) -> megabytes.applyAsDouble(i) * CollectionBuilder.MB);
		this.classes = everyTenSeconds(loaded);
		return this;
	}

	TrendsBuilder files(IntToDoubleFunction value, double limit) {
		this.files = everyTenSeconds(value);
		this.filesRatio = everyTenSeconds((i) -> value.applyAsDouble(i) / limit);
		return this;
	}

	Trends build() {
		Series none = SignalsBuilder.everySecond((i) -> 0);
		return new Trends(SignalsBuilder.everySecond((i) -> 120e6 + 10e6 * (i % 10)), this.heapCommitted, this.resident,
				this.headroom, SignalsBuilder.everySecond((i) -> 20e6), this.cpu, this.gcCpu, none, Series.EMPTY,
				this.requests, this.threads, this.direct, none, this.metaspace, this.classes, this.files,
				this.filesRatio);
	}

}
