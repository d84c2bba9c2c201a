package io.github.heapwise.jvm;

/**
 * Tells which threads of the JVM collect garbage, by what the operating system calls
 * them.
 */
public final class CollectorThreads {

	private static final String[] PREFIXES = { "GC Thread#", "G1 ", "Shenandoah", "ZWorker", "ZDriver", "ZDirector",
			"ZUnmapper", "ZUncommitter", "ZStat", "XWorker", "XDriver", "XDirector", "XUnmapper", "XUncommitter",
			"XStat" };

	private static final String VM_THREAD = "VM Thread";

	private static final boolean SERIAL = CollectorName.ofThisJvm().equals(CollectorName.SERIAL);

	private CollectorThreads() {
	}

	/**
	 * Return whether a thread collects garbage. The serial collector has no thread of its
	 * own: it uses the one that also does the JVM's other, far shorter, pauses.
	 * @param nativeName name of the thread, of which Linux keeps 15 characters
	 * @return whether it does
	 */
	public static boolean isCollector(String nativeName) {
		return isCollector(nativeName, SERIAL);
	}

	static boolean isCollector(String nativeName, boolean serial) {
		if (nativeName.equals(VM_THREAD)) {
			return serial;
		}
		for (String prefix : PREFIXES) {
			if (nativeName.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
