package io.github.heapwise.allocation;

import java.util.regex.Pattern;

/**
 * Makes names of the JVM readable and stable: what a compiler, a proxy factory or the JVM
 * numbered is one method to its author, and one node in the tree.
 */
final class FrameNames {

	// javac's lambdas, and the classes HotSpot spins for them
	private static final Pattern LAMBDA_METHOD = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

	private static final Pattern LAMBDA_CLASS = Pattern.compile("\\$\\$Lambda.*");

	// Spring's CGLIB, Byte Buddy with its users, Javassist
	private static final Pattern SUBCLASS_PROXY = Pattern.compile(
			"(\\$\\$(SpringCGLIB|EnhancerBy|FastClassBy|KeyFactoryBy)|\\$(ByteBuddy|HibernateProxy)\\$|_\\$\\$_).*");

	private static final Pattern INTERFACE_PROXY = Pattern.compile("(jdk|com\\.sun)\\.proxy\\d*\\.\\$Proxy\\d+");

	private static final Pattern NUMBERED_ACCESSOR = Pattern.compile("(Generated\\w*Accessor)\\d+");

	// a hidden class, as JFR writes its address: after '/', '+' or, on older JDKs, '.'
	private static final Pattern HIDDEN = Pattern.compile("[/+.]0x[0-9a-f]{8,}");

	private FrameNames() {
	}

	/**
	 * Return the name of a method.
	 * @param className binary name of its class
	 * @param methodName name of the method
	 * @return class and method, with {@code (lambda)} or {@code (proxy)} behind it
	 */
	static String method(String className, String methodName) {
		if (INTERFACE_PROXY.matcher(className).matches()) {
			return "$Proxy." + methodName + " (proxy)";
		}
		String lambda = LAMBDA_METHOD.matcher(methodName).replaceFirst("$1");
		String type = readable(className);
		String method = type + "." + lambda;
		if (LAMBDA_CLASS.matcher(className).find() || !lambda.equals(methodName)) {
			return method + " (lambda)";
		}
		return SUBCLASS_PROXY.matcher(className).find() ? method + " (proxy)" : method;
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
		return typeName(element) + "[]".repeat(dimensions);
	}

	private static String typeName(String className) {
		if (INTERFACE_PROXY.matcher(className).matches()) {
			return "$Proxy (proxy)";
		}
		if (LAMBDA_CLASS.matcher(className).find()) {
			return readable(className) + " (lambda)";
		}
		return SUBCLASS_PROXY.matcher(className).find() ? readable(className) + " (proxy)" : readable(className);
	}

	private static String readable(String className) {
		String name = LAMBDA_CLASS.matcher(className).replaceFirst("");
		name = SUBCLASS_PROXY.matcher(name).replaceFirst("");
		name = NUMBERED_ACCESSOR.matcher(name).replaceFirst("$1");
		return HIDDEN.matcher(name).replaceFirst("");
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
