package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import sun.misc.SignalHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SignalTrigger}.
 */
class SignalTriggerTests {

	private static final Signal SIGNAL = new Signal("URG");

	private final RecordedDumps dumps = new RecordedDumps();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final TriggerRequests requests = new TriggerRequests(this.dumps, this.log::add, System::nanoTime);

	private final SignalTrigger trigger = new SignalTrigger("URG", this.requests, this.log::add);

	@AfterEach
	void leaveTheSignalAsItWas() {
		Signal.handle(SIGNAL, SignalHandler.SIG_DFL);
	}

	@Test
	void signalShouldTakeADump() {
		this.trigger.start();
		raise(1);
		assertThat(this.dumps.orders).containsExactly(new DumpOrder(DumpTrigger.SIGNAL, "Signal URG", false));
		this.trigger.close();
		assertThat(Signal.handle(SIGNAL, SignalHandler.SIG_DFL)).isSameAs(SignalHandler.SIG_DFL);
	}

	@Test
	void handlerThatCameLaterStaysAndIsPassedOnToNobody() {
		this.trigger.start();
		AtomicInteger later = new AtomicInteger();
		SignalHandler ours = Signal.handle(SIGNAL, (signal) -> later.incrementAndGet());
		this.trigger.close();
		this.trigger.close();
		Signal.raise(SIGNAL);
		await(() -> assertThat(later).hasValue(1));
		ours.handle(SIGNAL);
		assertThat(this.dumps.calls).hasValue(0);
	}

	@Test
	void handlerThatCannotBeCalledIsReportedOnce() {
		Signal.handle(SIGNAL, (signal) -> {
			throw new UnsupportedOperationException("native");
		});
		this.trigger.start();
		raise(1);
		raise(2);
		await(() -> assertThat(this.log).containsExactly("Signal 'URG' did not reach who handled it before"
				+ " (java.lang.UnsupportedOperationException: native). Choose another for"
				+ " 'heapwise.heapdump.signal'; this is said once"));
	}

	@Test
	void startWhereTheSignalCannotBeReceivedShouldSaySo() {
		SignalTrigger unknown = new SignalTrigger("NONE", this.requests, this.log::add);
		unknown.start();
		unknown.close();
		assertThat(this.log).containsExactly(
				"Signal 'NONE' will not take heap dumps: this JVM does not deliver it" + " (Unknown signal: NONE)");
	}

	private void raise(int calls) {
		Signal.raise(SIGNAL);
		await(() -> assertThat(this.dumps.calls).hasValue(calls));
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

}
