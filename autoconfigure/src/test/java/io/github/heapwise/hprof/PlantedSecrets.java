package io.github.heapwise.hprof;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Holds what must not leave the JVM in all the ways a JVM can hold it, and takes a heap
 * dump of itself. Texts are derived at run time, so that nothing but their holder has
 * them. Arguments: the file to write, {@code gz} for a compressed one.
 */
final class PlantedSecrets {

	static final String PROPERTY = "planted.property";

	static final String VARIABLE = "PLANTED_VARIABLE";

	static final String LITERAL = "literal password e1uTRwo3";

	static final String UNUSED_LITERAL = "literal of a method never called kXb71Wq";

	private static final long STATIC_LONG = number("static long");

	private final String string = text("string");

	private final String wideString = wideText("wide string");

	private final char[] chars = text("chars").toCharArray();

	private final byte[] bytes = text("bytes").getBytes(StandardCharsets.UTF_8);

	private final StringBuilder builder = new StringBuilder(text("builder"));

	private final long[] longs = { number("long in array") };

	private final ByteBuffer direct = ByteBuffer.allocateDirect(100);

	private final ByteBuffer heapBuffer = ByteBuffer.wrap(text("heap buffer").getBytes(StandardCharsets.UTF_8));

	private final long number = number("long");

	private final double fraction = Double.longBitsToDouble(number("double"));

	private final String variable = System.getenv(VARIABLE);

	private final Object literal = LITERAL;

	private PlantedSecrets() {
	}

	public static void main(String[] args) throws Exception {
		PlantedSecrets secrets = new PlantedSecrets();
		Field address = Buffer.class.getDeclaredField("address");
		address.setAccessible(true);
		System.out.println("address=" + address.getLong(secrets.direct));
		CountDownLatch started = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			started.countDown();
			LockSupport.park(secrets);
		}, text("thread name"));
		thread.setDaemon(true);
		thread.start();
		started.await();
		dump(args);
		System.out.println("alive=" + secrets + STATIC_LONG);
	}

	/**
	 * Derive a text that appears nowhere else.
	 * @param holder what holds it
	 * @return 16 hexadecimal digits
	 */
	static String text(String holder) {
		return "%016x".formatted(number(holder));
	}

	/**
	 * Derive a text of which a JVM stores two bytes a character.
	 * @param holder what holds it
	 * @return the text
	 */
	static String wideText(String holder) {
		return '\u03a9' + text(holder);
	}

	/**
	 * Derive a number that appears nowhere else.
	 * @param holder what holds it
	 * @return the number, also the bits of a usual double
	 */
	static long number(String holder) {
		return 0x4000_0000_0000_0000L | new Random(holder.hashCode()).nextLong() >>> 4;
	}

	private static void dump(String... args) throws Exception {
		if (args.length == 1) {
			ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
			return;
		}
		// Only this way a JVM compresses.
		Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
		Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(ProcessHandle.current().pid()),
				"GC.heap_dump", "-gz=1", args[0])
			.inheritIO()
			.start();
		System.out.println("jcmd=" + process.waitFor());
	}

	@SuppressWarnings("unused")
	private String neverCalled() {
		return UNUSED_LITERAL + this.string + this.wideString + this.chars.length + this.bytes.length + this.builder
				+ this.longs.length + this.heapBuffer + this.number + this.variable + this.fraction + this.literal;
	}

}
