package io.github.heapwise.endpoint;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * What a client asked for: a value, or the problem to answer with. Where several
 * parameters are wrong the first one wins.
 *
 * @param <T> the type of the value
 */
public sealed interface Parsed<T> {

	/**
	 * A parameter that was understood.
	 * @param <T> the type of the value
	 * @param value the value
	 * @return the parsed value
	 */
	static <T> Parsed<T> of(T value) {
		return new Value<>(value);
	}

	/**
	 * A parameter that was not understood.
	 * @param <T> the type the value would have had
	 * @param problem the answer
	 * @return the problem
	 */
	static <T> Parsed<T> problem(Problem problem) {
		return new Refused<>(problem);
	}

	/**
	 * Continue with the value; a problem stays as it is.
	 * @param <R> the type of the result
	 * @param next what to do with the value
	 * @return what {@code next} returned, or the problem
	 */
	<R> Parsed<R> flatMap(Function<? super T, Parsed<R>> next);

	/**
	 * Convert the value; a problem stays as it is.
	 * @param <R> the type of the result
	 * @param mapper the conversion
	 * @return the converted value, or the problem
	 */
	default <R> Parsed<R> map(Function<? super T, ? extends R> mapper) {
		return flatMap((value) -> of(mapper.apply(value)));
	}

	/**
	 * Combine with another parameter. Both have to be values.
	 * @param <U> the type of the other value
	 * @param <R> the type of the result
	 * @param other the other parameter
	 * @param combiner makes one of the two
	 * @return the combined value, or the first problem
	 */
	default <U, R> Parsed<R> and(Parsed<U> other, BiFunction<? super T, ? super U, ? extends R> combiner) {
		return flatMap((value) -> other.map((otherValue) -> combiner.apply(value, otherValue)));
	}

	/**
	 * Return the answer of the operation: the value (itself if it is a
	 * {@link WebEndpointResponse}, otherwise as the body of a 200) or the problem.
	 * @return the answer
	 */
	WebEndpointResponse<?> orElseProblem();

	/**
	 * A parameter that was understood.
	 *
	 * @param <T> the type of the value
	 * @param value the value
	 */
	record Value<T>(T value) implements Parsed<T> {

		@Override
		public <R> Parsed<R> flatMap(Function<? super T, Parsed<R>> next) {
			return next.apply(this.value);
		}

		@Override
		public WebEndpointResponse<?> orElseProblem() {
			return (this.value instanceof WebEndpointResponse<?> response) ? response
					: new WebEndpointResponse<>(this.value);
		}

	}

	/**
	 * A parameter that was not understood.
	 *
	 * @param <T> the type the value would have had
	 * @param problem the answer
	 */
	record Refused<T>(Problem problem) implements Parsed<T> {

		@Override
		public <R> Parsed<R> flatMap(Function<? super T, Parsed<R>> next) {
			return new Refused<>(this.problem);
		}

		@Override
		public WebEndpointResponse<?> orElseProblem() {
			return this.problem.toResponse();
		}

	}

}
