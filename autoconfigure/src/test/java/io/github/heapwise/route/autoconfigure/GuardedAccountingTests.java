package io.github.heapwise.route.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.github.heapwise.route.RequestAccounting;
import io.github.heapwise.route.RequestTally;
import io.github.heapwise.route.RouteMonitor;
import io.github.heapwise.route.RouteSettings;
import io.github.heapwise.route.ThreadClocks;
import io.github.heapwise.route.WebStack;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedAccounting}.
 */
@ExtendWith(OutputCaptureExtension.class)
class GuardedAccountingTests {

	@Test
	void requestsAreServedWhereAccountingFails(CapturedOutput output) throws Exception {
		UnobservedRequests filter = new UnobservedRequests(new GuardedAccounting<>(failing()));
		for (int i = 0; i < 3; i++) {
			MockFilterChain chain = new MockFilterChain();
			filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
			assertThat(chain.getRequest()).isNotNull();
		}
		assertThat(output).containsOnlyOnce("on purpose").contains("This is said once");
	}

	private static RequestAccounting<UnobservedRequest> failing() {
		RouteTable table = new RouteTable(1);
		RouteSettings settings = new RouteSettings(Duration.ofMinutes(1), true, null);
		return new RequestAccounting<>(new FailingStack(), ThreadClocks.none(), table, new RequestNotes(),
				new RouteMonitor(settings, table, null, Clock.systemUTC()));
	}

	private static final class FailingStack implements WebStack<UnobservedRequest> {

		@Override
		public boolean isThreadPerRequest() {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public @Nullable String method(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public @Nullable String pattern(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public int status(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public boolean isBroken(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public boolean isLeftOut(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public boolean isHandedOn(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public @Nullable RequestTally shared(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

		@Override
		public RequestTally share(UnobservedRequest request) {
			throw new IllegalStateException("on purpose");
		}

	}

}
