package io.github.heapwise.endpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;

/**
 * The endpoints of Heapwise and where they lie below the actuator's base path, unless the
 * user maps them elsewhere.
 */
public enum HeapwiseEndpoint {

	/** What the process holds now. */
	MEMORY("memory", "memory"),

	/** What the process held in the last minutes. */
	HISTORY("memoryhistory", "memory/history"),

	/** What the collector does. */
	GC("memorygc", "memory/gc"),

	/** Who waits, and for how long. */
	LATENCY("memorylatency", "memory/latency"),

	/** What requests cost, by route. */
	ROUTES("memoryroutes", "memory/routes"),

	/** Where the application allocates. */
	ALLOCATIONS("memoryallocations", "memory/allocations"),

	/** Profiles kept beyond the last minutes. */
	RECORDINGS("memoryrecordings", "memory/recordings"),

	/** What is wrong, and what to do about it. */
	DIAGNOSIS("memorydiagnosis", "memory/diagnosis"),

	/** The pages. */
	UI("memoryui", "memory/ui"),

	/**
	 * Heap dumps. Not below {@code memory}: Boot's security rule for that endpoint would
	 * open them too.
	 */
	HEAP_DUMPS("heapdumps", "heapdumps");

	private static final Map<EndpointId, HeapwiseEndpoint> BY_ID = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(HeapwiseEndpoint::id, Function.identity()));

	private final EndpointId id;

	private final String rootPath;

	HeapwiseEndpoint(String id, String rootPath) {
		this.id = EndpointId.of(id);
		this.rootPath = rootPath;
	}

	/**
	 * Return the endpoint of the given id.
	 * @param id the id of any endpoint
	 * @return the endpoint, or {@code null} where it is not one of Heapwise
	 */
	public static @Nullable HeapwiseEndpoint of(EndpointId id) {
		return BY_ID.get(id);
	}

	/**
	 * Return the id used in configuration.
	 * @return the id
	 */
	public EndpointId id() {
		return this.id;
	}

	/**
	 * Return the path below the actuator's base path.
	 * @return the path without a slash at either end
	 */
	public String rootPath() {
		return this.rootPath;
	}

	/**
	 * Whether the endpoint shows figures only, never the contents of the heap.
	 * @return whether it is harmless to read
	 */
	public boolean isRead() {
		return this != HEAP_DUMPS;
	}

}
