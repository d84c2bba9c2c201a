package io.github.heapwise.timeline;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * Tells virtual threads apart, which the class library of JDK 17 has no word for.
 */
final class Threads {

	private static final @Nullable MethodHandle IS_VIRTUAL = find();

	private Threads() {
	}

	static boolean isCurrentVirtual() {
		if (IS_VIRTUAL == null) {
			return false;
		}
		try {
			return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
		}
		catch (Throwable ex) {
			throw new IllegalStateException("'Thread.isVirtual' failed", ex);
		}
	}

	private static @Nullable MethodHandle find() {
		try {
			return MethodHandles.lookup().findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
		}
		catch (NoSuchMethodException | IllegalAccessException ex) {
			return null;
		}
	}

}
