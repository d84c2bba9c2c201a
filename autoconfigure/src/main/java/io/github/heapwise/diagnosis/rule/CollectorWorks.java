package io.github.heapwise.diagnosis.rule;

import java.lang.ref.WeakReference;
import java.time.Duration;

import io.github.heapwise.diagnosis.Signals;

/**
 * What the collector did, computed once for all rules that look at the same signals. It
 * is kept until the next collection at most. Thread-safe.
 */
final class CollectorWorks {

	private final Duration warmUp;

	private volatile WeakReference<Known> last = new WeakReference<>(null);

	/**
	 * Create an instance.
	 * @param warmUp time after the start of the JVM that does not count
	 */
	CollectorWorks(Duration warmUp) {
		this.warmUp = warmUp;
	}

	CollectorWork of(Signals signals) {
		Known known = this.last.get();
		if (known == null || known.signals() != signals) {
			known = new Known(signals, CollectorWork.of(signals, this.warmUp));
			this.last = new WeakReference<>(known);
		}
		return known.work();
	}

	/**
	 * What was computed.
	 *
	 * @param signals of what
	 * @param work the result
	 */
	private record Known(Signals signals, CollectorWork work) {

	}

}
