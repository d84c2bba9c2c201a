package io.github.heapwise.jvm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CollectorThreads}.
 */
class CollectorThreadsTests {

	@ParameterizedTest
	@ValueSource(strings = { "GC Thread#0", "G1 Main Marker", "G1 Conc#0", "G1 Refine#0", "G1 Service",
			"Shenandoah GC T", "Shenandoah Cont", "ZWorker#0", "ZWorkerOld#0", "ZWorkerYoung#0", "ZDriver",
			"ZDriverMinor", "ZDirector", "ZStat", "ZUnmapper", "XWorker#0" })
	void threadsOfCollectorsAreKnownByTheirNames(String name) {
		assertThat(CollectorThreads.isCollector(name, false)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "VM Periodic Tas", "C2 CompilerThre", "http-nio-8080-e", "Reference Handl",
			"RuntimeWorker#0", "" })
	void otherThreadsAreNot(String name) {
		assertThat(CollectorThreads.isCollector(name, true)).isFalse();
	}

	@Test
	void onlyTheSerialCollectorUsesTheThreadOfTheJvm() {
		assertThat(CollectorThreads.isCollector("VM Thread", true)).isTrue();
		assertThat(CollectorThreads.isCollector("VM Thread", false)).isFalse();
	}

}
