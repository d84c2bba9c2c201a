package io.github.heapwise.heapview;

import java.util.List;
import java.util.Set;

/**
 * Tells the classes of the JDK from those of applications, by their names: dumps tell no
 * more about where a class comes from than its loader, which an application may set.
 */
final class JdkClasses {

	private static final List<String> PREFIXES = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "class 0x");

	private static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "char", "short", "int", "long", "float",
			"double");

	private JdkClasses() {
	}

	/**
	 * Return whether a class belongs to the JDK, or is an array of such.
	 * @param className name of a class as in the source
	 * @return whether it does; primitives and what has no name do
	 */
	static boolean isJdk(String className) {
		for (String prefix : PREFIXES) {
			if (className.startsWith(prefix)) {
				return true;
			}
		}
		return PRIMITIVES.contains(className.replace("[]", ""));
	}

}
