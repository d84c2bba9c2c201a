package io.github.heapwise.heapdump.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must not be told of a heap, in all the ways an application holds it.
 */
@SuppressWarnings({ "unused", "ThreadLocalUsage" })
final class WithheldValues implements AutoCloseable {

	private static final String PROPERTY = "heapwise.test.password";

	// Made when they are asked for: the only ones in the heap are those that are planted.
	private static final List<String> HOLDERS = List.of("string", "wide string", "characters", "map value", "map key",
			"tree key", "concurrent key", "optional", "captured", "exception", "property", "thread local",
			"local variable", "duplicate", "static");

	private static final long NUMBER = Math.abs(System.nanoTime()) | 1L << 60;

	private static final String CONSTANT = text("static");

	private final Class<?> type = getClass();

	private final String string = text("string");

	private final String wide = '\u03a9' + text("wide string");

	private final char[] characters = text("characters").toCharArray();

	private final byte[] bytes = Long.toString(NUMBER + 4).getBytes(StandardCharsets.US_ASCII);

	private final Map<Object, Object> map = new LinkedHashMap<>(Map.of(text("map key"), text("map value")));

	private final Map<String, Long> tree = new TreeMap<>(Map.of(text("tree key"), NUMBER + 3));

	private final Map<String, String> concurrent = new ConcurrentHashMap<>(Map.of(text("concurrent key"), ""));

	private final Optional<String> optional = Optional.of(text("optional"));

	private final Supplier<String> captured = captured(text("captured"));

	private final Exception exception = new IllegalStateException(text("exception"));

	private final String property = text("property");

	private final List<String> duplicates = IntStream.range(0, 1000)
		.mapToObj((copy) -> text("duplicate").concat(" ".repeat(100)))
		.toList();

	private final long number = NUMBER;

	private final AtomicLong atomic = new AtomicLong(NUMBER + 1);

	private final long[] numbers = { NUMBER + 2 };

	private final ThreadLocal<String> threadLocal = new ThreadLocal<>();

	private final Thread keeper;

	WithheldValues() throws InterruptedException {
		System.setProperty(PROPERTY, this.property);
		CountDownLatch started = new CountDownLatch(1);
		this.keeper = new Thread(() -> keep(started), "keeper");
		this.keeper.setDaemon(true);
		this.keeper.start();
		started.await();
	}

	/**
	 * Return all that must not be told.
	 * @return texts and numbers, some of the latter as text, by what holds them
	 */
	static Map<String, String> byHolder() {
		Map<String, String> byHolder = new TreeMap<>();
		HOLDERS.forEach((holder) -> byHolder.put(holder, text(holder)));
		List<String> numbers = List.of("number", "atomic", "numbers", "boxed");
		IntStream.range(0, numbers.size()).forEach((i) -> byHolder.put(numbers.get(i), Long.toString(number(i))));
		byHolder.put("bytes", bytes());
		return byHolder;
	}

	// Numbers of characters one after the other, as the elements of an array are joined.
	private static String bytes() {
		StringBuilder joined = new StringBuilder();
		Long.toString(number(4)).chars().forEach(joined::append);
		return joined.toString();
	}

	private static long number(int i) {
		return NUMBER + i;
	}

	private static String text(String holder) {
		return "%x-%08x".formatted(NUMBER, holder.hashCode());
	}

	private static Supplier<String> captured(String text) {
		return () -> text;
	}

	private void keep(CountDownLatch started) {
		this.threadLocal.set(text("thread local"));
		List<String> variable = Stream.of(text("local variable")).toList();
		started.countDown();
		while (!Thread.currentThread().isInterrupted()) {
			LockSupport.park(variable);
		}
	}

	@Override
	public void close() {
		this.keeper.interrupt();
		System.clearProperty(PROPERTY);
	}

}
