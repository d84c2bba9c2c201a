package io.github.heapwise.route;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The figures of each route, made when the first of its requests ends.
 * <p>
 * Thread-safe, without a lock and without garbage for a route that is known.
 */
final class FiguresByRoute {

	private final int sliceCount;

	private final AtomicReferenceArray<@Nullable RouteFigures> figures;

	/**
	 * Create an instance without any figures.
	 * @param routes how many routes there can be, numbered from 0
	 * @param sliceCount how many slices a window has
	 */
	FiguresByRoute(int routes, int sliceCount) {
		this.sliceCount = sliceCount;
		this.figures = new AtomicReferenceArray<>(routes);
	}

	RouteFigures of(int route) {
		RouteFigures known = this.figures.get(route);
		return (known != null) ? known : add(route);
	}

	/**
	 * Visit the routes that served a request.
	 * @param visitor told the figures and the number of each, by rising number
	 */
	void forEach(ObjIntConsumer<RouteFigures> visitor) {
		for (int route = 0; route < this.figures.length(); route++) {
			RouteFigures known = this.figures.get(route);
			if (known != null) {
				visitor.accept(known, route);
			}
		}
	}

	long heapBytes() {
		long[] bytes = { 0 };
		forEach((known, route) -> bytes[0] += known.heapBytes());
		return bytes[0];
	}

	private RouteFigures add(int route) {
		RouteFigures added = new RouteFigures(this.sliceCount);
		return this.figures.compareAndSet(route, null, added) ? added : of(route);
	}

}
