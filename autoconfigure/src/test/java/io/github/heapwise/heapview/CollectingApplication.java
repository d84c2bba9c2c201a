package io.github.heapwise.heapview;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Holds one collection of every kind, each of a class of its own and with
 * {@link #ELEMENTS} elements, and copies of texts, and dumps itself. Argument: the file
 * to write.
 */
final class CollectingApplication {

	static final int ELEMENTS = 4;

	static final int COPIES = 1000;

	static final String NARROW = "a text that is there often";

	static final String WIDE = "\u017elut\u00fd text";

	private static final List<Map<Object, Object>> MAPS = List.of(new HashMap<>(60) {
	}, new LinkedHashMap<>() {
	}, new WeakHashMap<>() {
	}, new Hashtable<>() {
	}, new ConcurrentHashMap<>() {
	}, new IdentityHashMap<>() {
	}, new TreeMap<>() {
	}, new Properties() {
	});

	private static final Map<TimeUnit, Object> ENUM_MAP = new EnumMap<>(TimeUnit.class) {
	};

	private static final List<Collection<Object>> COLLECTIONS = List.of(new ArrayList<>(100) {
	}, new Vector<>() {
	}, new LinkedList<>() {
	}, new CopyOnWriteArrayList<>() {
	}, new HashSet<>() {
	}, new TreeSet<>() {
	}, new CopyOnWriteArraySet<>() {
	}, new ArrayDeque<>() {
	}, new PriorityQueue<>() {
	}, new PriorityBlockingQueue<>() {
	}, new ArrayBlockingQueue<>(50) {
	});

	private static final List<String> TEXTS = new ArrayList<>();

	private CollectingApplication() {
	}

	public static void main(String[] args) throws Exception {
		for (int i = 0; i < ELEMENTS; i++) {
			String element = "element " + i;
			MAPS.forEach((map) -> map.put(element, "value"));
			COLLECTIONS.forEach((collection) -> collection.add(element));
			ENUM_MAP.put(TimeUnit.values()[i], element);
		}
		for (int i = 0; i < COPIES; i++) {
			TEXTS.add(new String(NARROW.toCharArray()));
			TEXTS.add(new String(WIDE.toCharArray()));
		}
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
	}

}
