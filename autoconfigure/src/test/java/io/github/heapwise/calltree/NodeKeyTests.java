package io.github.heapwise.calltree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NodeKey}. {@code node-keys.txt} was computed by a program of its own
 * in another language, from the definition; the page's keys have to agree with it too.
 */
class NodeKeyTests {

	@ParameterizedTest
	@MethodSource("knownKeys")
	void keyOfAPathIsTheOneOfTheDefinition(String expected, List<String> path) {
		assertThat(key(path)).hasToString(expected);
	}

	static Stream<Object[]> knownKeys() throws IOException {
		try (InputStream in = NodeKeyTests.class.getResourceAsStream("node-keys.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> new Object[] { line.substring(0, 16), List.of(line.substring(17).split(";")) })
				.toList()
				.stream();
		}
	}

	@Test
	void keyOfAnEmptyNameIsTheOneOfTheDefinition() {
		assertThat(key(List.of("all", ""))).hasToString("e457eec56062e8e8");
	}

	@Test
	void keyOfADeepPathIsTheOneOfTheDefinition() {
		NodeKey key = NodeKey.ofRoot("all");
		for (String name : Collections.nCopies(1000, "f")) {
			key = key.child(name);
		}
		assertThat(key).hasToString("efc8ae80bab221e6");
	}

	@ParameterizedTest
	@ValueSource(strings = { "13254bc4a00338b7", "0000000000000000", "ffffffffffffffff", "80000000deadbeef" })
	void parseReadsWhatToStringWrites(String text) {
		assertThat(NodeKey.parse(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "13254bc4a00338b", "13254bc4a00338b70", "13254BC4A00338B7", "13254bc4a00338bg",
			" 13254bc4a00338b", "-3254bc4a00338b7", "+3254bc4a00338b7", "0x254bc4a00338b7", "13254bc4\na00338b",
			"１３２５４ｂｃ４ａ００３３８ｂ７", "../../../../etc/", "<script>alert()<" })
	void parseWhenTextIsNotAKeyShouldBeNull(String text) {
		assertThat(NodeKey.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everyNodeOfARandomTreeIsFoundByItsKey(long seed) {
		CallTree tree = Trees.random(seed);
		Map<NodeKey, Integer> firstByKey = new HashMap<>();
		Deque<NodeKey> path = new ArrayDeque<>();
		for (int node = 0; node < tree.size(); node++) {
			while (path.size() > tree.level(node)) {
				path.removeLast();
			}
			String name = tree.frame(node).name();
			NodeKey key = path.isEmpty() ? NodeKey.ofRoot(name) : path.getLast().child(name);
			path.addLast(key);
			// names of the same path but of another category share a key: the first wins
			int first = firstByKey.computeIfAbsent(key, (unseen) -> tree.size());
			firstByKey.put(key, Math.min(first, node));
			assertThat(NodeKey.find(tree, key)).as("seed %d, node %d", seed, node).isEqualTo(firstByKey.get(key));
		}
	}

	@Test
	void findWhenKeyIsUnknownShouldBeNegative() {
		assertThat(NodeKey.find(Trees.random(1), new NodeKey(0, 0))).isEqualTo(-1);
	}

	@Test
	void orderOfNamesMatters() {
		assertThat(key(List.of("all", "a", "b"))).isNotEqualTo(key(List.of("all", "b", "a")));
		assertThat(key(List.of("all", "ab"))).isNotEqualTo(key(List.of("all", "a", "b")));
	}

	private static NodeKey key(List<String> path) {
		NodeKey key = NodeKey.ofRoot(path.get(0));
		for (String name : path.subList(1, path.size())) {
			key = key.child(name);
		}
		return key;
	}

}
