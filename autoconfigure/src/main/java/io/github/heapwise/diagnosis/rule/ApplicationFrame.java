package io.github.heapwise.diagnosis.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds in a stack the frame that a developer can change: the innermost that is neither
 * of the JDK nor of what requests run in.
 */
final class ApplicationFrame {

	private static final List<String> OTHERS = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.",
			"kotlin.", "kotlinx.", "scala.", "io.netty.", "reactor.", "org.springframework.", "org.apache.catalina.",
			"org.apache.coyote.", "org.apache.tomcat.", "org.eclipse.jetty.", "io.undertow.", "io.micrometer.",
			"io.github.heapwise.");

	private ApplicationFrame() {
	}

	/**
	 * Find it.
	 * @param stack frames as {@code class.method}, the innermost first
	 * @return the frame without its package, or the innermost if all are of others;
	 * {@code null} for an empty stack
	 */
	static @Nullable String of(List<String> stack) {
		return stack.stream()
			.filter((frame) -> OTHERS.stream().noneMatch(frame::startsWith))
			.findFirst()
			.or(() -> stack.stream().findFirst())
			.map(ApplicationFrame::shortened)
			.orElse(null);
	}

	private static String shortened(String frame) {
		int method = frame.lastIndexOf('.');
		return frame.substring(frame.lastIndexOf('.', method - 1) + 1);
	}

}
