package io.github.heapwise.allocation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of the JVM readable and stable: what a compiler, a proxy factory or the JVM
 * numbered is one method to its author, and one node in the tree.
 */
final class FrameNames {

	// javac's lambdas (serializable ones have a hash), and the classes HotSpot spins for
	// them
	private static final Pattern LAMBDA_METHOD = Pattern.compile("lambda\\$(\\w+)(\\$[0-9a-f]{1,8})?\\$\\d+");

	private static final Pattern LAMBDA_CLASS = Pattern.compile("\\$\\$Lambda.*");

	// Spring's CGLIB, Byte Buddy with its users, Javassist
	private static final Pattern SUBCLASS_PROXY = Pattern.compile(
			"(\\$\\$(SpringCGLIB|EnhancerBy|FastClassBy|KeyFactoryBy)|\\$(ByteBuddy|HibernateProxy)\\$|_\\$\\$_).*");

	// the original of a method that a CGLIB class overrides
	private static final Pattern SUPER_METHOD = Pattern.compile("CGLIB\\$(\\w+)\\$\\d+");

	// what a CGLIB class does when it is initialized
	private static final Pattern STATIC_HOOK = Pattern.compile("CGLIB\\$STATICHOOK\\d+");

	// in a package of its own, or for an interface that is not public in that of the
	// interface
	private static final Pattern INTERFACE_PROXY = Pattern
		.compile("(?:(?:jdk|com\\.sun)\\.proxy\\d*\\.)?((?:.*\\.)?\\$Proxy)\\d+");

	private static final Pattern NUMBERED_ACCESSOR = Pattern.compile("(Generated\\w*Accessor)\\d+");

	// the address of a hidden class: after '.' on JDK 25; after '+' on JDK 17, with an
	// identity hash behind it unless it is the element of an array
	private static final Pattern HIDDEN = Pattern.compile("[/+.]0x[0-9a-f]{8,}(\\.\\d+)?");

	private FrameNames() {
	}

	/**
	 * Return the name of a method.
	 * @param className binary name of its class
	 * @param methodName name of the method
	 * @return class and method, with {@code (lambda)} or {@code (proxy)} behind it
	 */
	static String method(String className, String methodName) {
		String lambda = LAMBDA_METHOD.matcher(methodName).replaceFirst("$1");
		if (!lambda.equals(methodName)) {
			return sourceClass(className) + "." + lambda + " (lambda)";
		}
		String written = STATIC_HOOK.matcher(SUPER_METHOD.matcher(methodName).replaceFirst("$1"))
			.replaceFirst("<clinit>");
		return sourceClass(className) + "." + written + marker(className);
	}

	/**
	 * Return the name of an allocated class.
	 * @param className binary name, arrays as in {@code [B} or
	 * {@code [Ljava.lang.String;}
	 * @return name as in source code
	 */
	static String allocatedClass(String className) {
		int dimensions = 0;
		while (dimensions < className.length() && className.charAt(dimensions) == '[') {
			dimensions++;
		}
		String element = (dimensions > 0) ? elementType(className.substring(dimensions)) : className;
		return sourceClass(element) + marker(element) + "[]".repeat(dimensions);
	}

	/**
	 * Return the class that someone wrote.
	 * @param className binary name of a class, possibly made while the JVM ran
	 * @return the name of the class it was made for, or else its own without a number
	 */
	static String sourceClass(String className) {
		String name = LAMBDA_CLASS.matcher(className).replaceFirst("");
		name = SUBCLASS_PROXY.matcher(name).replaceFirst("");
		name = NUMBERED_ACCESSOR.matcher(name).replaceFirst("$1");
		name = HIDDEN.matcher(name).replaceFirst("");
		Matcher proxy = INTERFACE_PROXY.matcher(name);
		return proxy.matches() ? proxy.group(1) : name;
	}

	private static String marker(String className) {
		if (LAMBDA_CLASS.matcher(className).find()) {
			return " (lambda)";
		}
		boolean proxy = SUBCLASS_PROXY.matcher(className).find() || INTERFACE_PROXY.matcher(className).matches();
		return proxy ? " (proxy)" : "";
	}

	private static String elementType(String descriptor) {
		return switch (descriptor) {
			case "Z" -> "boolean";
			case "B" -> "byte";
			case "C" -> "char";
			case "S" -> "short";
			case "I" -> "int";
			case "J" -> "long";
			case "F" -> "float";
			case "D" -> "double";
			default -> descriptor.startsWith("L") && descriptor.endsWith(";")
					? descriptor.substring(1, descriptor.length() - 1) : descriptor;
		};
	}

}
