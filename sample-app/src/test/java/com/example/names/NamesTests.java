package com.example.names;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the variants of {@link Names} have in common.
 */
class NamesTests {

	private static final long SEED = 4711;

	static Stream<Function<Words, Names>> variants() {
		return Stream.of(LeakingNames::new, CountingNames::new,
				(words) -> new BlockNames(words, new BlockProperties(DataSize.ofKilobytes(1))));
	}

	@ParameterizedTest
	@MethodSource("variants")
	void firstNameIsBareAndLaterOnesAreNumbered(Function<Words, Names> variant) {
		Names names = variant.apply(new Words(AlwaysFirst::new));
		assertThat(Stream.generate(names::name).limit(4)).containsExactly("agile_banach", "agile_banach1",
				"agile_banach2", "agile_banach3");
	}

	@ParameterizedTest
	@MethodSource("variants")
	void connectionsNeverShareAName(Function<Words, Names> variant) throws Exception {
		Names names = variant.apply(new Words());
		int connections = 10;
		int requests = 1_000;
		Set<String> given = ConcurrentHashMap.newKeySet();
		CyclicBarrier start = new CyclicBarrier(connections);
		Callable<Void> user = () -> {
			start.await();
			Stream.generate(names::name).limit(requests).forEach(given::add);
			return null;
		};
		ExecutorService users = Executors.newFixedThreadPool(connections);
		try {
			for (Future<Void> result : users.invokeAll(Stream.generate(() -> user).limit(connections).toList())) {
				result.get();
			}
		}
		finally {
			users.shutdownNow();
		}
		assertThat(given).hasSize(connections * requests);
	}

	@Test
	void fixedVariantAnswersWhatTheInitialOneDoes() {
		int requests = Words.PAIRS * 3;
		Random first = new Random(SEED);
		Random second = new Random(SEED);
		List<String> initial = names(new LeakingNames(new Words(() -> first)), requests);
		List<String> fixed = names(new CountingNames(new Words(() -> second)), requests);
		assertThat(fixed).as("seed %d", SEED).isEqualTo(initial);
	}

	@Test
	void initialVariantKeepsAKeyPerRequest() {
		LeakingNames names = new LeakingNames(new Words(AlwaysFirst::new));
		assertThat(names(names, 100)).hasSize(100);
		assertThat(names.remembered()).isEqualTo(100);
	}

	@Test
	void fixedVariantKeepsAKeyPerPair() {
		CountingNames names = new CountingNames(new Words(AlwaysFirst::new));
		assertThat(names(names, 100)).hasSize(100);
		assertThat(names.remembered()).isEqualTo(1);
	}

	@Test
	void fixedVariantStopsGrowingWhenEveryPairCameUp() {
		Random random = new Random(SEED);
		CountingNames names = new CountingNames(new Words(() -> random));
		names(names, Words.PAIRS * 30);
		assertThat(names.remembered()).as("seed %d", SEED).isEqualTo(Words.PAIRS);
	}

	private static List<String> names(Names names, int count) {
		return Stream.generate(names::name).limit(count).toList();
	}

	private static final class AlwaysFirst extends Random {

		@Override
		public int nextInt(int bound) {
			return 0;
		}

	}

}
