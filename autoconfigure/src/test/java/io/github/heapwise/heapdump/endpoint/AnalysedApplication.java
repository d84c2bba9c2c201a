package io.github.heapwise.heapdump.endpoint;

import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.FakeHeapDumpAnalyses;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.heapview.FakeHeapViews;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * An application with dumps whose analyses are in every state.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AnalysedApplication {

	@Bean
	FakeHeapDumps heapDumps() {
		return new FakeHeapDumps().with("dumping", DumpState.DUMPING, 0)
			.with("failed", DumpState.FAILED, 0)
			.with("none", DumpState.READY, 1000)
			.with("waiting", DumpState.INDEXING, 1000)
			.with("running", DumpState.INDEXING, 1000)
			.with("refused", DumpState.READY, 1000)
			.with("broken", DumpState.READY, 1000)
			.withTime("earlier", -60)
			.withTime("done", 0)
			.withTime("later", 60);
	}

	@Bean
	FakeHeapDumpAnalyses heapDumpAnalyses() {
		return new FakeHeapDumpAnalyses().with("none", State.NONE, 0, null)
			.with("waiting", State.QUEUED, 0, null)
			.with("running", State.RUNNING, 0.429, null)
			.with("refused", State.REFUSED, 0, "10 MB are left, 154 MB are needed")
			.with("broken", State.FAILED, 0.3, "Record at offset 7 is none")
			.with("earlier", State.DONE, 1, null)
			.with("done", State.DONE, 1, null)
			.with("later", State.DONE, 1, "Ran in this JVM");
	}

	static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, AnalysedApplication.class,
				StringUtils.concatenateStringArrays(
						new String[] { "heapwise.expose=all", "management.endpoint.heapdumps.access=unrestricted" },
						properties));
	}

	static FakeHeapDumpAnalyses analyses(RunningApplication application) {
		return application.context().getBean(FakeHeapDumpAnalyses.class);
	}

	static FakeHeapViews views(RunningApplication application, String id) {
		FakeHeapViews views = analyses(application).views(id);
		if (views == null) {
			throw new IllegalArgumentException(id);
		}
		return views;
	}

}
