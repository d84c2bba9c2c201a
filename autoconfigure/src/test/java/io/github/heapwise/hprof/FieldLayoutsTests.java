package io.github.heapwise.hprof;

import java.util.BitSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldLayouts}.
 */
class FieldLayoutsTests {

	private final FieldLayouts layouts = new FieldLayouts();

	@Test
	void neighboursOfOneKindAreOneRun() {
		this.layouts.beginClass(1, 0);
		this.layouts.addField(4, true);
		this.layouts.addField(8, true);
		this.layouts.addField(8, false);
		this.layouts.addField(2, true);
		this.layouts.resolve();
		assertThat(this.layouts.endOfRuns(0) - this.layouts.firstRun(0)).isEqualTo(3);
		assertThat(this.layouts.runBytes(0)).isEqualTo(12);
		assertThat(this.layouts.erased(0)).isTrue();
		assertThat(this.layouts.runBytes(1)).isEqualTo(8);
		assertThat(this.layouts.erased(1)).isFalse();
		assertThat(this.layouts.instanceBytes(0)).isEqualTo(22);
	}

	@Test
	void fieldsOfClassesAboveBelongToAnObjectInWhateverOrderTheyCome() {
		defineClass(3, 2, 4);
		defineClass(1, 0, 8);
		defineClass(2, 1, 2);
		this.layouts.resolve();
		assertThat(this.layouts.instanceBytes(this.layouts.numberOf(3))).isEqualTo(14);
		assertThat(this.layouts.aboveWithFields(this.layouts.numberOf(3))).isEqualTo(this.layouts.numberOf(2));
	}

	@Test
	void classesThatGoInCirclesOrMissOneAboveHaveNoLayout() {
		defineClass(1, 2, 4);
		defineClass(2, 1, 4);
		defineClass(3, 3, 4);
		defineClass(4, 99, 4);
		defineClass(5, 4, 4);
		defineClass(6, 0, 4);
		this.layouts.resolve();
		for (int id = 1; id <= 5; id++) {
			assertThat(this.layouts.instanceBytes(this.layouts.numberOf(id))).as("class %d", id)
				.isEqualTo(FieldLayouts.NONE);
		}
		assertThat(this.layouts.instanceBytes(this.layouts.numberOf(6))).isEqualTo(4);
		assertThat(this.layouts.numberOf(99)).isEqualTo(FieldLayouts.NONE);
	}

	@Test
	void longHierarchyTakesOneStepToTheNextFields() {
		int classes = 200_000;
		defineClass(1, 0, 8);
		for (int id = 2; id <= classes; id++) {
			this.layouts.beginClass(id, id - 1);
		}
		this.layouts.resolve();
		assertThat(this.layouts.instanceBytes(classes - 1)).isEqualTo(8);
		assertThat(this.layouts.aboveWithFields(classes - 1)).isEqualTo(0);
	}

	@Test
	void descendantsAreFoundPastCircles() {
		defineClass(1, 0, 4);
		defineClass(4, 3, 4);
		defineClass(3, 1, 4);
		defineClass(5, 6, 4);
		defineClass(6, 5, 4);
		defineClass(7, 0, 4);
		this.layouts.resolve();
		BitSet expected = new BitSet();
		expected.set(this.layouts.numberOf(1));
		expected.set(this.layouts.numberOf(3));
		expected.set(this.layouts.numberOf(4));
		assertThat(this.layouts.withDescendants(this.layouts.numberOf(1))).isEqualTo(expected);
	}

	private void defineClass(long id, long superId, int bytes) {
		this.layouts.beginClass(id, superId);
		this.layouts.addField(bytes, true);
	}

}
