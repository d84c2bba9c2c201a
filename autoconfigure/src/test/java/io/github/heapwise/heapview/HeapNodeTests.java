package io.github.heapwise.heapview;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapNode}.
 */
class HeapNodeTests {

	@Test
	void namesReadBack() {
		for (HeapNode node : List.of(new HeapNode.AnObject(0x7f00a0), new HeapNode.AnObject(0xFFFF_8000_0000_0000L),
				new HeapNode.AllInstances(0), new HeapNode.AllInstances(199_999))) {
			assertThat(HeapNode.parse(node.toString())).contains(node);
		}
		assertThat(HeapNode.parse("0x7F00A0")).contains(new HeapNode.AnObject(0x7f00a0));
	}

	@Test
	void parseWhenTextNamesNothingShouldBeEmpty() {
		for (String text : List.of("", "0x", "x", "class-", "class--1", "class-1234567890", "0x12345678901234567",
				"7f00a0", "0x7f00a0 ", "0x-1", "class-1\n", "class-\u0661", "../class-1", "x".repeat(100_000))) {
			assertThat(HeapNode.parse(text)).as(text).isEmpty();
		}
		assertThat(HeapNode.parse(null)).isEmpty();
	}

}
