package io.github.heapwise.heapdump.endpoint;

import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.FakeHeapDumpAnalyses;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * An application with dumps that nobody has to wait for.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DumpsApplication {

	static final int SIZE_BYTES = 3000;

	@Bean
	FakeHeapDumps heapDumps() {
		return new FakeHeapDumps().with("a-queued", DumpState.QUEUED, 0)
			.with("b-dumping", DumpState.DUMPING, 0)
			.with("c-failed", DumpState.FAILED, 0)
			.with("d-ready", DumpState.READY, SIZE_BYTES)
			.with("e-huge", DumpState.READY, 1L << 40);
	}

	@Bean
	FakeHeapDumpAnalyses heapDumpAnalyses() {
		return new FakeHeapDumpAnalyses();
	}

	static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, DumpsApplication.class,
				StringUtils.concatenateStringArrays(new String[] { "heapwise.expose=all",
						"management.endpoint.heapdumps.access=unrestricted", "spring.application.name=My Shop" },
						properties));
	}

	static FakeHeapDumps dumps(RunningApplication application) {
		return application.context().getBean(FakeHeapDumps.class);
	}

}
