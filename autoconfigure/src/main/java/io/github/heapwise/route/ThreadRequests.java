package io.github.heapwise.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The requests that one thread is in at the moment: one, but for those that are served
 * within another.
 *
 * @param <C> what stands for a request
 */
final class ThreadRequests<C> {

	// Nobody nests that deep: whoever is in there was left without a word.
	private static final int CAPACITY = 8;

	private final ToIntFunction<C> route;

	private final List<ServedRequest<C>> places = new ArrayList<>(1);

	private int count;

	ThreadRequests(ToIntFunction<C> route) {
		this.route = route;
	}

	@Nullable ServedRequest<C> find(C request) {
		for (int i = this.count - 1; i >= 0; i--) {
			if (this.places.get(i).isOf(request)) {
				return this.places.get(i);
			}
		}
		return null;
	}

	ServedRequest<C> add(C request, boolean begins) {
		if (this.count == CAPACITY) {
			remove(this.places.get(0));
		}
		if (this.count == this.places.size()) {
			this.places.add(new ServedRequest<>(this.route));
		}
		ServedRequest<C> place = this.places.get(this.count++);
		place.take(request, begins);
		return place;
	}

	void remove(ServedRequest<C> place) {
		place.release();
		for (int i = this.places.indexOf(place); i < this.count - 1; i++) {
			Collections.swap(this.places, i, i + 1);
		}
		this.count--;
	}

}
