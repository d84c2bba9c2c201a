package io.github.heapwise.timeline;

/**
 * A kind of request.
 *
 * @param method HTTP method, such as {@code GET}
 * @param pattern what its path has to match, such as <code>/orders/{id}</code>; never a
 * path that a client sent
 */
public record Route(String method, String pattern) {

	@Override
	public String toString() {
		return this.method + " " + this.pattern;
	}

}
