package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.SignalsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Builds collections: of the young generation of G1, short, and they free most.
 */
final class CollectionBuilder {

	static final long MB = 1 << 20;

	private Kind kind = Kind.YOUNG;

	private String cause = "G1 Evacuation Pause";

	private double millis = 3;

	private long beforeBytes = 300 * MB;

	private long afterBytes = 110 * MB;

	private @Nullable Long oldAfterBytes = 100 * MB;

	private long survivorBytes = 9 * MB;

	private long survivorSizeBytes = 10 * MB;

	private @Nullable Long promotedBytes = 0L;

	static CollectionBuilder young() {
		return new CollectionBuilder();
	}

	static CollectionBuilder full() {
		return new CollectionBuilder().kind(Kind.FULL).promoted(null);
	}

	CollectionBuilder kind(Kind what) {
		this.kind = what;
		return this;
	}

	CollectionBuilder cause(String why) {
		this.cause = why;
		return this;
	}

	CollectionBuilder millis(double duration) {
		this.millis = duration;
		return this;
	}

	CollectionBuilder heap(long beforeMegabytes, long afterMegabytes) {
		this.beforeBytes = beforeMegabytes * MB;
		this.afterBytes = afterMegabytes * MB;
		return this;
	}

	CollectionBuilder old(@Nullable Long megabytes) {
		this.oldAfterBytes = (megabytes != null) ? megabytes * MB : null;
		return this;
	}

	CollectionBuilder survivor(long megabytes, long ofMegabytes) {
		this.survivorBytes = megabytes * MB;
		this.survivorSizeBytes = ofMegabytes * MB;
		return this;
	}

	CollectionBuilder promoted(@Nullable Long megabytes) {
		this.promotedBytes = (megabytes != null) ? megabytes * MB : null;
		return this;
	}

	CollectionSignal at(double secondsBeforeEnd) {
		return new CollectionSignal(SignalsBuilder.END.minusMillis((long) (1000 * secondsBeforeEnd)), this.kind,
				this.cause, this.kind != Kind.CONCURRENT, (long) (1e6 * this.millis), this.beforeBytes, this.afterBytes,
				this.oldAfterBytes, this.survivorBytes, this.survivorSizeBytes, this.promotedBytes);
	}

}
