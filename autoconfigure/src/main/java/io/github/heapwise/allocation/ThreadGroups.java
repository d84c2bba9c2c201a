package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * Numbers the groups of threads that allocations are kept and scaled by: every long-lived
 * platform thread is one, ended threads are one per pool, virtual threads are one. Only
 * those of live threads have exact counters of their own.
 * <p>
 * Not thread-safe.
 */
final class ThreadGroups {

	// Group 24 and its name 80, an entry in a map of ids or pools 80
	private static final int BYTES_A_GROUP = 184;

	static final int VIRTUAL = 0;

	static final int ENDED = 1;

	private final int maxGroups;

	private final Predicate<String> own;

	private final List<Group> groups = new ArrayList<>();

	private final Map<Long, Integer> groupByThread = new HashMap<>();

	private final Map<String, Integer> groupByPool = new HashMap<>();

	/**
	 * Create the groups that are always there.
	 * @param maxGroups how many may be told apart; later ones count as ended threads
	 * @param own tells by name which threads are those of Heapwise
	 */
	ThreadGroups(int maxGroups, Predicate<String> own) {
		this.maxGroups = maxGroups;
		this.own = own;
		add("virtual threads", false);
		add("ended threads", false);
	}

	int ofLiveThread(long id, String name) {
		Integer known = this.groupByThread.get(id);
		if (known != null) {
			return known;
		}
		if (isFull()) {
			return ENDED;
		}
		int group = add(name, true);
		this.groupByThread.put(id, group);
		return group;
	}

	int ofEndedThread(String name) {
		String pool = poolOf(name);
		if (!this.groupByPool.containsKey(pool) && isFull()) {
			return ENDED;
		}
		return this.groupByPool.computeIfAbsent(pool, (newPool) -> add(newPool, false));
	}

	boolean isKnown(long threadId) {
		return this.groupByThread.containsKey(threadId);
	}

	int size() {
		return this.groups.size();
	}

	long heapBytes() {
		return (long) BYTES_A_GROUP * this.groups.size();
	}

	String name(int group) {
		return this.groups.get(group).name();
	}

	String pool(int group) {
		return poolOf(name(group));
	}

	boolean hasOwnCounter(int group) {
		return this.groups.get(group).counted();
	}

	boolean isOwn(int group) {
		return this.groups.get(group).own();
	}

	/**
	 * Return whether a group answers to a name.
	 * @param group the group
	 * @param name name of a thread or of its pool, which is the thread's without the
	 * number at its end
	 * @return whether it does
	 */
	boolean isNamed(int group, String name) {
		String groupName = name(group);
		return groupName.equals(name) || pool(group).equals(name);
	}

	/**
	 * Take over those groups of others that are asked for.
	 * @param other where they come from
	 * @return number here by number there
	 */
	IntUnaryOperator adopting(ThreadGroups other) {
		Map<Integer, Long> threadByGroup = new HashMap<>();
		other.groupByThread.forEach((thread, group) -> threadByGroup.put(group, thread));
		return (group) -> {
			if (group == VIRTUAL || group == ENDED) {
				return group;
			}
			Long thread = threadByGroup.get(group);
			return (thread != null) ? ofLiveThread(thread, other.name(group)) : ofEndedThread(other.name(group));
		};
	}

	private boolean isFull() {
		return this.groups.size() >= this.maxGroups;
	}

	private int add(String name, boolean counted) {
		this.groups.add(new Group(name, counted, this.own.test(name)));
		return this.groups.size() - 1;
	}

	static String poolOf(String threadName) {
		int end = threadName.length();
		while (end > 0 && isNumbering(threadName.charAt(end - 1))) {
			end--;
		}
		return (end > 0) ? threadName.substring(0, end) : threadName;
	}

	private static boolean isNumbering(char c) {
		return Character.isDigit(c) || c == '-' || c == '#' || c == '_' || c == ' ';
	}

	private record Group(String name, boolean counted, boolean own) {
	}

}
