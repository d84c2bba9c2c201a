package io.github.heapwise.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryScreen}.
 */
class MemoryScreenTests {

	@Test
	void screenShowsWhatTheProcessHolds() {
		assertThat(MemoryScreen.draw(Snapshots.full())).isEqualTo("""
				Heapwise   pid 4711                                        2026-01-31T10:15:30Z

				# used  = committed  . up to max                         used  commit.      max
				heap                              [#####===........] 40.0 MiB 64.0 MiB  128 MiB
				 G1 Eden Space                    [#==.............] 8.00 MiB 24.0 MiB  128 MiB
				 G1 Old Gen                       [####=...........] 32.0 MiB 40.0 MiB  128 MiB
				 CodeHeap 'non-profiled nmethods' [#...............] 3.00 MiB 4.00 MiB  117 MiB
				live after the last collection    30.0 MiB
				allocated since the start         4.88 GiB
				allocation rate                   12.0 MiB/s

				resident, of limit                [############....]  180 MiB  180 MiB  256 MiB
				limit set by                      cgroup-v2
				headroom                          70.0 MiB
				peak resident                     190 MiB
				direct buffers                    2.00 MiB in 3
				outside the heap                  11.0 MiB

				threads                           31, 27 of them daemons, 35 at most
				classes                           9000
				Heapwise itself, CPU              0.12 % of a core
				Heapwise itself, heap             293 KiB, and garbage 2.00 KiB/s
				""");
	}

	@Test
	void screenShowsWhatIsNotKnownAsADash() {
		assertThat(MemoryScreen.draw(Snapshots.sparse())).isEqualTo("""
				Heapwise   pid 4711                                        2026-01-31T10:15:30Z

				# used  = committed  . up to max                         used  commit.      max
				heap                              [................]      0 B      0 B        -
				 a pool with a name that is long~ [................]      0 B      0 B        -
				live after the last collection    -
				allocated since the start         -
				allocation rate                   -

				resident, of limit                [................]        -        -        -
				limit set by                      -
				headroom                          -
				peak resident                     -
				direct buffers                    0 B in 0
				outside the heap                  0 B

				threads                           0, 0 of them daemons, 0 at most
				classes                           0
				Heapwise itself, CPU              -
				Heapwise itself, heap             0 B, and garbage -
				""");
	}

	@Test
	void screenFitsATerminalAndHasALineForEachPool() {
		MemoryMonitor monitor = new MemoryMonitor(new MemoryHistory(Duration.ofSeconds(1), Duration.ofSeconds(1)),
				List.of(), Clock.systemUTC(), (problem) -> {
				});
		MemorySnapshot running = monitor.read();
		for (MemorySnapshot memory : List.of(running, Snapshots.full(), Snapshots.sparse())) {
			String screen = MemoryScreen.draw(memory);
			assertThat(screen.lines()).allMatch((line) -> line.length() <= 80, "80 columns");
			assertThat(screen).matches("\\p{ASCII}*");
			assertThat(screen.lines().count()).isEqualTo(19 + memory.pools().size());
		}
	}

}
