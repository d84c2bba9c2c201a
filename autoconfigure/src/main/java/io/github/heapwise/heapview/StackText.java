package io.github.heapwise.heapview;

import io.github.heapwise.heapgraph.StackFrame;

/**
 * Writes frames as stack traces do.
 */
final class StackText {

	private StackText() {
	}

	static String method(StackFrame frame) {
		String className = (frame.className() != null) ? frame.className() : "?";
		return className + '.' + ((frame.method() != null) ? frame.method() : "?");
	}

	/**
	 * Return where a frame is.
	 * @param frame the frame
	 * @return such as {@code Names.java:42} or {@code Native Method}, or empty
	 */
	static String location(StackFrame frame) {
		if (frame.line() == StackFrame.NATIVE) {
			return "Native Method";
		}
		if (frame.file() == null) {
			return "";
		}
		return (frame.line() > 0) ? frame.file() + ':' + frame.line() : frame.file();
	}

}
