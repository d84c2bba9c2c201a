package io.github.heapwise.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jspecify.annotations.Nullable;

/**
 * Numbers routes from 1 on, up to a limit that no client can move: further ones share the
 * number {@link #OTHER}.
 * <p>
 * Thread-safe. A known route is found without a lock and without garbage. Numbers are
 * never given to another route.
 */
public final class RouteTable {

	/**
	 * Number of what is served outside of any request.
	 */
	public static final int NONE = -1;

	/**
	 * Number that routes beyond the limit share.
	 */
	public static final int OTHER = 0;

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	/**
	 * Method of requests with one of their own invention.
	 */
	private static final String UNKNOWN = "UNKNOWN";

	private static final Route OTHERS = new Route(UNKNOWN, "(other)");

	private final int capacity;

	private final Map<String, AtomicIntegerArray> numbersByPattern = new ConcurrentHashMap<>();

	private final List<Route> routes = new CopyOnWriteArrayList<>(List.of(OTHERS));

	/**
	 * Create an empty table.
	 * @param capacity how many routes are told apart
	 */
	public RouteTable(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Return the number of a route, a new one if it is new and there is room.
	 * @param method HTTP method, in upper case
	 * @param pattern what the path has to match
	 * @return its number, {@link #OTHER} beyond the limit
	 */
	public int number(String method, String pattern) {
		int column = column(method);
		AtomicIntegerArray numbers = this.numbersByPattern.get(pattern);
		int known = (numbers != null) ? numbers.get(column) : 0;
		return (known != 0) ? known : add(column, pattern);
	}

	/**
	 * Return the route of a number.
	 * @param number one that {@link #number} returned
	 * @return the route
	 */
	public Route route(int number) {
		return this.routes.get(number);
	}

	/**
	 * Return the routes so far.
	 * @return all of them at their numbers, that of {@link #OTHER} first
	 */
	public List<Route> routes() {
		return new ArrayList<>(this.routes);
	}

	public int capacity() {
		return this.capacity;
	}

	// A full table is asked for unknown patterns again and again: no lock for that.
	private int add(int column, String pattern) {
		return (this.routes.size() > this.capacity) ? OTHER : addLocked(column, pattern);
	}

	private synchronized int addLocked(int column, String pattern) {
		AtomicIntegerArray numbers = this.numbersByPattern.get(pattern);
		if (numbers != null && numbers.get(column) != 0) {
			return numbers.get(column);
		}
		int number = this.routes.size();
		if (number > this.capacity) {
			return OTHER;
		}
		this.routes.add(new Route(name(column), pattern));
		this.numbersByPattern.computeIfAbsent(pattern, (added) -> new AtomicIntegerArray(METHODS.size() + 1))
			.set(column, number);
		return number;
	}

	private static int column(@Nullable String method) {
		int column = METHODS.indexOf(method);
		return (column >= 0) ? column : METHODS.size();
	}

	private static String name(int column) {
		return (column < METHODS.size()) ? METHODS.get(column) : UNKNOWN;
	}

}
