package io.github.heapwise.diagnosis;

import java.nio.ByteBuffer;

import io.github.heapwise.os.OpenFiles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SlowReadings}.
 */
class SlowReadingsTests {

	private final SlowReadings readings = new SlowReadings(new OpenFiles());

	@Test
	void everyReadingHasItsNumber() {
		assertThat(this.readings.read()).hasSameSizeAs(SlowReadings.ORDER);
	}

	@Test
	void directBuffersAreSeen() {
		double before = read(Reading.DIRECT_BYTES);
		ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
		assertThat(read(Reading.DIRECT_BYTES) - before + buffer.position()).isGreaterThanOrEqualTo(1 << 20);
	}

	@Test
	void classesAndTheirMetaspaceAreSeen() {
		assertThat(read(Reading.LOADED_CLASSES)).isGreaterThan(1000);
		assertThat(read(Reading.METASPACE_BYTES)).isGreaterThan(1 << 20);
	}

	private double read(Reading reading) {
		return this.readings.read()[SlowReadings.ORDER.indexOf(reading)];
	}

}
