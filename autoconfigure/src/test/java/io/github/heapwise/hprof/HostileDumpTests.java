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

	private static final int DUMPS = Integer.getInteger("heapwise.test.hostile-dumps", 600);

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
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		int refused = 0;
		for (int i = 0; i < DUMPS; i++) {
			byte[] dump = originals[i % 2].clone();
			attack.change(random, dump);
			Path file = HeapDumpBuilder.write(this.directory.resolve("orders.hprof"), dump);
			long allocated = allocatedBytes();
			try {
				redact(file, dump.length);
			}
			catch (MalformedDumpException ex) {
				refused++;
				assertThat(ex.offset()).as("seed %d", seed).isBetween(0L, (long) dump.length);
			}
			catch (RuntimeException | IOException ex) {
				throw new AssertionError("seed " + seed + ", dump " + i, ex);
			}
			assertThat(allocatedBytes() - allocated).as("seed %d, dump %d", seed, i).isLessThan(MAX_ALLOCATED_BYTES);
		}
		assertThat(refused).as("seed %d", seed).isBetween(1, DUMPS - 1);
	}

	private void redact(Path file, int maxBytes) throws IOException {
		RedactionSettings settings = new RedactionSettings(true, Set.of("shop.Document"));
		Redaction redaction = Redaction.of(file, settings, CancelSignal.NEVER);
		assertThat(redaction.size()).isBetween((long) HprofHeader.BYTES, (long) maxBytes);
		try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
			assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(redaction.size());
		}
	}

	private long allocatedBytes() {
		return this.threads.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	private interface Attack {

		void change(Random random, byte[] dump);

	}

}
