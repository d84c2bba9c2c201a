package io.github.heapwise.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no bytes make the reader or the redaction hang, take memory, or fail in
 * another way than documented. More of them by
 * {@code -DargLine=-Dheapwise.test.hostile-dumps=40000}.
 */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDumpTests {

	private static final int DUMPS = Integer.getInteger("heapwise.test.hostile-dumps", 300);

	// Windows of a redaction with names of threads, and what a dump of 2 KB may need.
	private static final long MAX_ALLOCATED_BYTES = 3_000_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@TempDir
	private Path directory;

	@Test
	void anyBitsMayBeFlipped() throws IOException {
		attack((random, dump) -> {
			for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
				dump[random.nextInt(dump.length)] ^= (byte) (1 << random.nextInt(8));
			}
		});
	}

	@Test
	void anyNumberMayBeALie() throws IOException {
		int[] lies = { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x7FFF_FFF0, 0x4000_0000 };
		attack((random, dump) -> {
			for (int numbers = 1 + random.nextInt(4); numbers > 0; numbers--) {
				ByteBuffer.wrap(dump).putInt(random.nextInt(dump.length - 3), lies[random.nextInt(lies.length)]);
			}
		});
	}

	@Test
	void bytesMayBeMovedAround() throws IOException {
		attack((random, dump) -> {
			int length = random.nextInt(200);
			System.arraycopy(dump, random.nextInt(dump.length - length), dump, random.nextInt(dump.length - length),
					length);
		});
	}

	private void attack(Attack attack) throws IOException {
		byte[][] originals = { Dumps.ofEverything(8).build(), Dumps.ofEverything(4).build() };
		// Loading classes is not to be measured.
		redact(write(originals[0]));
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		int refused = 0;
		for (int i = 0; i < DUMPS; i++) {
			String name = "seed %d, dump %d".formatted(seed, i);
			byte[] dump = originals[i % 2].clone();
			attack.change(random, dump);
			Path file = write(dump);
			long before = allocatedBytes();
			long end = endOfRedaction(name, file);
			assertThat(allocatedBytes() - before).as(name).isLessThan(MAX_ALLOCATED_BYTES);
			assertThat(Math.abs(end)).as(name).isBetween(0L, (long) dump.length);
			refused += (end <= 0) ? 1 : 0;
		}
		assertThat(refused).as("seed %d", seed).isBetween(1, DUMPS - 1);
	}

	// Negative if it was refused there.
	private static long endOfRedaction(String name, Path file) {
		try {
			return redact(file);
		}
		catch (MalformedDumpException ex) {
			return -ex.offset();
		}
		catch (RuntimeException | IOException ex) {
			throw new AssertionError(name, ex);
		}
	}

	private static long redact(Path file) throws IOException {
		RedactionSettings settings = new RedactionSettings(true, Set.of("shop.Document"));
		Redaction redaction = Redaction.of(file, settings, CancelSignal.NEVER);
		try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
			long bytes = in.skip(Long.MAX_VALUE);
			if (bytes != redaction.size()) {
				throw new IllegalStateException(bytes + " bytes instead of " + redaction.size());
			}
			return bytes;
		}
	}

	private Path write(byte[] dump) {
		return HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), dump);
	}

	private long allocatedBytes() {
		return this.threads.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	private interface Attack {

		void change(Random random, byte[] dump);

	}

}
