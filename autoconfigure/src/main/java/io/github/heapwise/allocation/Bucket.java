package io.github.heapwise.allocation;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What was sampled between two readings of the exact counters. Bytes of cells are raw:
 * scaling happens over the whole range of a query, because a burst in one bucket would
 * otherwise distort it.
 *
 * @param startNanos start, nanoseconds since 1970
 * @param endNanos end, exclusive
 * @param regime how samples are weighed
 * @param sampling what was recorded, the least of it if that changed
 * @param cells the samples by {@link CellKey}
 * @param exact what the counters say
 * @param routes what requests that ended in that time did
 * @param callerBytes sampled bytes by category of the method that allocated
 * @param dropped samples that found no room in the tree
 */
record Bucket(long startNanos, long endNanos, Regime regime, SamplingMode sampling, SealedCells cells, ExactBytes exact,
		RouteCounts routes, CallerBytes callerBytes, long dropped) {

	// the record itself and those it holds
	private static final int OWN_BYTES = 200;

	static Bucket merge(List<Bucket> buckets) {
		Bucket first = buckets.get(0);
		CellMap cells = new CellMap();
		ExactBytes exact = ExactBytes.sum(buckets.stream().map(Bucket::exact).toList());
		RouteCounts routes = RouteCounts.sum(buckets.stream().map(Bucket::routes).toList());
		CallerBytes callerBytes = CallerBytes.NONE;
		long dropped = 0;
		SamplingMode sampling = first.sampling;
		for (Bucket bucket : buckets) {
			bucket.cells.forEach(cells::add);
			callerBytes = callerBytes.plus(bucket.callerBytes);
			dropped += bucket.dropped;
			sampling = (bucket.sampling.compareTo(sampling) > 0) ? bucket.sampling : sampling;
		}
		long start = buckets.stream().mapToLong(Bucket::startNanos).min().orElse(first.startNanos);
		long end = buckets.stream().mapToLong(Bucket::endNanos).max().orElse(first.endNanos);
		return new Bucket(start, end, first.regime, sampling, SealedCells.of(cells), exact, routes, callerBytes,
				dropped);
	}

	Bucket rekeyed(LongUnaryOperator cellKey, UnaryOperator<ExactBytes> exactBytes) {
		return new Bucket(this.startNanos, this.endNanos, this.regime, this.sampling, this.cells.rekeyed(cellKey),
				exactBytes.apply(this.exact), this.routes, this.callerBytes, this.dropped);
	}

	boolean overlaps(long fromNanos, long toNanos) {
		return this.startNanos < toNanos && this.endNanos > fromNanos;
	}

	boolean isCenteredIn(long fromNanos, long toNanos) {
		long middle = this.startNanos + nanos() / 2;
		return middle >= fromNanos && middle < toNanos;
	}

	/**
	 * Return the heap that the bucket takes up.
	 * @return bytes, roughly
	 */
	long heapBytes() {
		return OWN_BYTES + this.cells.packedBytes() + this.exact.heapBytes() + this.routes.heapBytes();
	}

	long nanos() {
		return this.endNanos - this.startNanos;
	}

}
