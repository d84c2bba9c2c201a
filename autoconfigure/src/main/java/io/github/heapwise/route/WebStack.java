package io.github.heapwise.route;

import org.jspecify.annotations.Nullable;

/**
 * What a web stack tells of its requests. Methods are called once or twice a request and
 * must not make garbage, but for {@link #share}.
 *
 * @param <C> what stands for a request, the same object from its start to its end
 */
public interface WebStack<C> {

	/**
	 * Return whether a request begins and, mostly, ends on one thread that serves nothing
	 * else meanwhile.
	 * @return {@code false} where threads turn from one request to the next
	 */
	boolean isThreadPerRequest();

	/**
	 * Return the HTTP method.
	 * @param request the request
	 * @return the method, whatever the client called it; {@code null} if the request is
	 * long over
	 */
	@Nullable String method(C request);

	/**
	 * Return what the path had to match.
	 * @param request the request
	 * @return the pattern, {@code null} if no handler was found, or not yet
	 */
	@Nullable String pattern(C request);

	/**
	 * Return the status of the response so far.
	 * @param request the request
	 * @return the status, 0 if there is none
	 */
	int status(C request);

	/**
	 * Return whether an exception reached the container.
	 * @param request the request
	 * @return whether nobody handled it
	 */
	boolean isBroken(C request);

	/**
	 * Return whether the request is no business of the application.
	 * @param request the request
	 * @return whether to pass it over
	 */
	boolean isLeftOut(C request);

	/**
	 * Return whether the request goes on when the current thread leaves it.
	 * @param request the request
	 * @return whether other threads serve it from now on
	 */
	boolean isHandedOn(C request);

	/**
	 * Return what threads share about a request.
	 * @param request the request
	 * @return the tally, {@code null} if nobody asked for one
	 */
	@Nullable RequestTally shared(C request);

	/**
	 * Return what threads share about a request, made when first asked for.
	 * @param request the request
	 * @return the tally
	 */
	RequestTally share(C request);

}
