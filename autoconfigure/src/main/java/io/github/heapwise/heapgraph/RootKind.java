package io.github.heapwise.heapgraph;

import io.github.heapwise.hprof.HprofTag;

/**
 * Why an object is alive by itself.
 */
public enum RootKind {

	/**
	 * Native code holds it for good.
	 */
	JNI_GLOBAL,

	/**
	 * Native code of a thread works with it.
	 */
	JNI_LOCAL,

	/**
	 * A variable of a method that runs.
	 */
	JAVA_FRAME,

	/**
	 * On the stack of native code.
	 */
	NATIVE_STACK,

	/**
	 * A class that the JVM never unloads.
	 */
	SYSTEM_CLASS,

	/**
	 * Held by a thread that is blocked.
	 */
	THREAD_BLOCK,

	/**
	 * Locked, or waited for.
	 */
	MONITOR,

	/**
	 * A thread that runs.
	 */
	THREAD,

	/**
	 * The dump does not say.
	 */
	UNKNOWN;

	static RootKind of(int tag) {
		return switch (tag) {
			case HprofTag.ROOT_JNI_GLOBAL -> JNI_GLOBAL;
			case HprofTag.ROOT_JNI_LOCAL -> JNI_LOCAL;
			case HprofTag.ROOT_JAVA_FRAME -> JAVA_FRAME;
			case HprofTag.ROOT_NATIVE_STACK -> NATIVE_STACK;
			case HprofTag.ROOT_STICKY_CLASS -> SYSTEM_CLASS;
			case HprofTag.ROOT_THREAD_BLOCK -> THREAD_BLOCK;
			case HprofTag.ROOT_MONITOR_USED -> MONITOR;
			case HprofTag.ROOT_THREAD_OBJECT -> THREAD;
			default -> UNKNOWN;
		};
	}

}
