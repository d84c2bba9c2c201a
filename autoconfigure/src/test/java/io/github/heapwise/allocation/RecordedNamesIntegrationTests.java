package io.github.heapwise.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.FrameCategory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.cglib.core.SpringNamingPolicy;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That {@link FrameNames} and the categories of {@link JfrFrames} still fit what the JVM
 * writes: names of generated classes differ from one JDK to the next.
 */
class RecordedNamesIntegrationTests {

	private static final String HERE = RecordedNamesIntegrationTests.class.getName();

	private final List<String> reasons = new ArrayList<>();

	@Test
	void generatedClassesHaveReadableNamesWithoutNumbers() {
		try (AllocationProfiler profiler = Profilers.create(1, this.reasons)) {
			profiler.start();
			Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
				allocateFromGeneratedClasses();
				assertNames(categories(Profilers.lastMinutes(profiler, null).tree()));
			});
		}
		assertThat(this.reasons).isEmpty();
	}

	private static void assertNames(Map<String, FrameCategory> names) {
		assertThat(names).containsEntry(HERE + ".inLambda (lambda)", FrameCategory.APPLICATION)
			.containsEntry(HERE + ".inSerializableLambda (lambda)", FrameCategory.APPLICATION)
			.containsEntry(HERE + ".run (lambda)", FrameCategory.APPLICATION)
			.containsEntry(HERE + "$Order.get", FrameCategory.APPLICATION)
			.containsEntry(HERE + "$Target.go (proxy)", FrameCategory.APPLICATION)
			.containsEntry(HERE + "$Order[]", FrameCategory.ALLOCATED_CLASS)
			.containsEntry(HERE + " (lambda)[]", FrameCategory.ALLOCATED_CLASS)
			.containsKey("$Proxy.go (proxy)")
			.containsKey("io.github.heapwise.allocation.$Proxy.go (proxy)");
		assertThat(names.keySet()).noneMatch((name) -> name.matches(
				".*(0x[0-9a-f]{8}|\\$\\$Lambda|Proxy\\d|Accessor\\d|\\$\\$SpringCGLIB|lambda\\$|CGLIB\\$|\\+|/).*"));
		names.forEach((name, category) -> {
			if (category != FrameCategory.ALLOCATED_CLASS && name.matches("(java|jdk\\.internal)\\..*")) {
				assertThat(category).as(name).isEqualTo(FrameCategory.JDK);
			}
		});
	}

	private static void allocateFromGeneratedClasses() throws Exception {
		inLambda();
		inSerializableLambda();
		InvocationHandler handler = (proxy, method, arguments) -> block();
		((Open) proxy(Open.class, handler)).go();
		((Closed) proxy(Closed.class, handler)).go();
		Method method = Target.class.getMethod("go");
		for (int i = 0; i < 40; i++) {
			method.invoke(new Target());
		}
		((Target) subclass().create()).go();
		Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytesOf(Order.class), true).lookupClass();
		((Supplier<?>) hidden.getDeclaredConstructor().newInstance()).get();
		KnownWork.sink = Array.newInstance(hidden, 2_000_000);
		Runnable lambda = RecordedNamesIntegrationTests::block;
		KnownWork.sink = Array.newInstance(lambda.getClass(), 2_000_000);
	}

	static Object block() {
		byte[] block = new byte[5_000_000];
		KnownWork.sink = block;
		return block;
	}

	private static void inLambda() {
		Runnable outer = () -> {
			Runnable inner = () -> block();
			inner.run();
		};
		outer.run();
	}

	private static void inSerializableLambda() {
		SerializableSupplier supplier = () -> block();
		supplier.get();
	}

	private static Object proxy(Class<?> type, InvocationHandler handler) {
		return Proxy.newProxyInstance(RecordedNamesIntegrationTests.class.getClassLoader(), new Class<?>[] { type },
				handler);
	}

	private static Enhancer subclass() {
		Enhancer enhancer = new Enhancer();
		enhancer.setSuperclass(Target.class);
		enhancer.setNamingPolicy(SpringNamingPolicy.INSTANCE);
		enhancer.setCallback(
				(MethodInterceptor) (target, method, arguments, proxy) -> proxy.invokeSuper(target, arguments));
		return enhancer;
	}

	private static byte[] bytesOf(Class<?> type) throws IOException {
		try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
			return in.readAllBytes();
		}
	}

	private static Map<String, FrameCategory> categories(CallTree tree) {
		Map<String, FrameCategory> categories = new TreeMap<>();
		for (int node = 0; node < tree.size(); node++) {
			categories.put(tree.frame(node).name(), tree.frame(node).category());
		}
		return categories;
	}

	public interface Open {

		Object go();

	}

	interface Closed {

		Object go();

	}

	interface SerializableSupplier extends Supplier<Object>, Serializable {

	}

	public static class Target {

		public Object go() {
			return block();
		}

	}

	static class Order implements Supplier<Object> {

		@Override
		public Object get() {
			return block();
		}

	}

}
