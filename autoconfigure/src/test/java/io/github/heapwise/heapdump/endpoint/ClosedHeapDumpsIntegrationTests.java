package io.github.heapwise.heapdump.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of what strangers find where heap dumps are not opened by name.
 */
class ClosedHeapDumpsIntegrationTests {

	static List<Arguments> closed() {
		List<Arguments> all = new ArrayList<>();
		for (Surroundings surroundings : Surroundings.stacks()) {
			Stream.of("read-only", "unrestricted", "none")
				.map((access) -> "management.endpoints.access.default=" + access)
				.forEach((line) -> all.add(Arguments.of(surroundings, line)));
			all.add(Arguments.of(surroundings, "management.endpoints.enabled-by-default=true"));
			all.add(Arguments.of(surroundings, "heapwise.heapdump.raw-download=true"));
			all.add(Arguments.of(surroundings, "management.endpoint.heapdumps.access="));
		}
		return all;
	}

	@ParameterizedTest
	@MethodSource("closed")
	void aStrangerFindsNothingAndTriggersNothing(Surroundings surroundings, String line) {
		try (RunningApplication application = RunningApplication.start(surroundings, Host.class,
				"management.endpoints.web.exposure.include=*", "heapwise.expose=all",
				"management.endpoint.shutdown.access=none", line)) {
			for (String path : new String[] { "/heapdumps", "/heapdumps/d-ready", "/heapdumps/d-ready/file",
					"/heapdumps/d-ready/file?raw=true", "/heapdumps/", "/memory/heapdumps" }) {
				for (String method : new String[] { "GET", "HEAD", "POST", "DELETE" }) {
					Answer answer = application.askActuator(method, path, null);
					assertThat(answer.status()).as("%s %s", method, path).isEqualTo(404);
				}
			}
			Answer body = application.askActuator("POST", "/heapdumps", "{\"live\":true}", "Content-Type",
					"application/json");
			assertThat(body.status()).isEqualTo(404);
			FakeHeapDumps dumps = application.context().getBean(FakeHeapDumps.class);
			assertThat(dumps.orders()).isEmpty();
			assertThat(dumps.readBytes()).isZero();
			assertThat(dumps.all()).hasSize(1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

		@Bean
		FakeHeapDumps heapDumps() {
			return new FakeHeapDumps().with("d-ready", DumpState.READY, 100);
		}

	}

}
