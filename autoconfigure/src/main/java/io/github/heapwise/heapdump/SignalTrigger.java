package io.github.heapwise.heapdump;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Asks for a dump on a signal of the operating system. Whoever handled that signal before
 * is told too, and alone again once this is closed. The JVM starts a thread for each
 * signal.
 */
final class SignalTrigger implements AutomaticTrigger {

	private final String name;

	private final TriggerRequests requests;

	private final Consumer<String> log;

	private final SignalHandler handler = this::received;

	private volatile @Nullable SignalHandler before;

	private volatile boolean closed;

	private volatile boolean failureSaid;

	/**
	 * Create a trigger that does nothing yet.
	 * @param name name of the signal, a {@linkplain SignalName#checked checked} one
	 * @param requests asks for dumps
	 * @param log told in a sentence what does not work
	 */
	SignalTrigger(String name, TriggerRequests requests, Consumer<String> log) {
		this.name = name;
		this.requests = requests;
		this.log = log;
	}

	@Override
	public void start() {
		try {
			this.before = Signal.handle(new Signal(this.name), this.handler);
		}
		// Not a signal of this system, or one the JVM was told to keep for itself.
		catch (IllegalArgumentException ex) {
			this.log.accept("Signal '%s' will not take heap dumps: this JVM does not deliver it (%s)"
				.formatted(this.name, ex.getMessage()));
		}
	}

	@Override
	public void close() {
		SignalHandler earlier = this.before;
		if (earlier != null && !this.closed) {
			this.closed = true;
			SignalHandler current = Signal.handle(new Signal(this.name), earlier);
			// Somebody came after us, and may be passing signals on to us.
			if (current != this.handler) {
				Signal.handle(new Signal(this.name), current);
			}
		}
	}

	private void received(Signal signal) {
		if (!this.closed) {
			this.requests.ask(DumpTrigger.SIGNAL, "Signal " + signal.getName());
		}
		SignalHandler earlier = this.before;
		if (earlier != null && earlier != SignalHandler.SIG_DFL && earlier != SignalHandler.SIG_IGN) {
			pass(signal, earlier);
		}
	}

	// A handler in native code can be put back, but not called.
	private void pass(Signal signal, SignalHandler earlier) {
		try {
			earlier.handle(signal);
		}
		catch (RuntimeException ex) {
			if (!this.failureSaid) {
				this.failureSaid = true;
				this.log.accept(
						"Signal '%s' did not reach who handled it before (%s). Choose another for 'heapwise.heapdump.signal'; this is said once"
							.formatted(this.name, ex));
			}
		}
	}

}
