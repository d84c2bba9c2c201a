package io.github.heapwise.jvm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoolRole}.
 */
class PoolRoleTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			Eden Space, EDEN
			Survivor Space, SURVIVOR
			Tenured Gen, OLD
			PS Eden Space, EDEN
			PS Survivor Space, SURVIVOR
			PS Old Gen, OLD
			G1 Eden Space, EDEN
			G1 Survivor Space, SURVIVOR
			G1 Old Gen, OLD
			ZHeap, OLD
			ZGC Young Generation, EDEN
			ZGC Old Generation, OLD
			Shenandoah, OLD
			Shenandoah Young Gen, EDEN
			Shenandoah Old Gen, OLD
			Epsilon Heap, OLD
			Metaspace, METASPACE
			Compressed Class Space, CLASS_SPACE
			CodeHeap 'non-nmethods', CODE_CACHE
			CodeHeap 'profiled nmethods', CODE_CACHE
			CodeHeap 'non-profiled nmethods', CODE_CACHE
			CodeCache, CODE_CACHE
			tenured-LOA, OTHER
			"", OTHER
			""")
	void roleIsKnownByName(String name, PoolRole role) {
		assertThat(PoolRole.of(name)).isEqualTo(role);
	}

}
