package io.github.heapwise.allocation;

import java.util.function.IntUnaryOperator;

import io.github.heapwise.jvm.OwnThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadGroups}.
 */
class ThreadGroupsTests {

	private final ThreadGroups groups = new ThreadGroups(100, OwnThreads::isOwn);

	@Test
	void everyLiveThreadIsAGroupWithACounter() {
		int one = this.groups.ofLiveThread(21, "exec-1");
		int other = this.groups.ofLiveThread(22, "exec-2");
		assertThat(one).isNotEqualTo(other);
		assertThat(this.groups.ofLiveThread(21, "renamed")).isEqualTo(one);
		assertThat(this.groups.name(one)).isEqualTo("exec-1");
		assertThat(this.groups.hasOwnCounter(one)).isTrue();
		assertThat(this.groups.isKnown(21)).isTrue();
		assertThat(this.groups.isKnown(23)).isFalse();
	}

	@Test
	void twoLiveThreadsOfTheSameNameAreTwoGroups() {
		assertThat(this.groups.ofLiveThread(1, "worker")).isNotEqualTo(this.groups.ofLiveThread(2, "worker"));
	}

	@Test
	void endedThreadsAreAGroupPerPool() {
		int pool = this.groups.ofEndedThread("task-17");
		assertThat(this.groups.ofEndedThread("task-4711")).isEqualTo(pool);
		assertThat(this.groups.ofEndedThread("other-1")).isNotEqualTo(pool);
		assertThat(this.groups.name(pool)).isEqualTo("task");
		assertThat(this.groups.hasOwnCounter(pool)).isFalse();
	}

	@Test
	void virtualAndEndedThreadsHaveNoCounter() {
		assertThat(this.groups.hasOwnCounter(ThreadGroups.VIRTUAL)).isFalse();
		assertThat(this.groups.hasOwnCounter(ThreadGroups.ENDED)).isFalse();
	}

	@Test
	void groupsBeyondTheLimitCountAsEnded() {
		ThreadGroups few = new ThreadGroups(3, (name) -> false);
		int known = few.ofLiveThread(1, "a");
		assertThat(few.ofLiveThread(2, "b")).isEqualTo(ThreadGroups.ENDED);
		assertThat(few.ofEndedThread("c-1")).isEqualTo(ThreadGroups.ENDED);
		assertThat(few.ofLiveThread(1, "a")).isEqualTo(known);
		assertThat(few.size()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "http-nio-8080-exec-1, http-nio-8080-exec", "pool-2-thread-13, pool-2-thread", "Thread-7, Thread",
			"reactor-http-epoll-2, reactor-http-epoll", "task #12, task", "worker_3, worker", "main, main", "42, 42",
			"'', ''", "scheduling-1, scheduling" })
	void poolIsTheNameWithoutTheNumberAtItsEnd(String thread, String pool) {
		assertThat(ThreadGroups.poolOf(thread)).isEqualTo(pool);
		assertThat(ThreadGroups.poolOf(pool)).isEqualTo(pool);
	}

	@Test
	void groupAnswersToItsNameAndToThatOfItsPool() {
		int group = this.groups.ofLiveThread(1, "exec-1");
		assertThat(this.groups.isNamed(group, "exec-1")).isTrue();
		assertThat(this.groups.isNamed(group, "exec")).isTrue();
		assertThat(this.groups.isNamed(group, "exec-2")).isFalse();
		assertThat(this.groups.isNamed(group, "")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "heapwise-allocation, true", "heapwise-jfr-stream, true", "JFR Recorder Thread, true",
			"JFR Periodic Tasks, true", "JFRunner, false", "main, false", "my-heapwise-client, false" })
	void ownThreadsAreThoseOfJfrAndHeapwise(String name, boolean own) {
		assertThat(this.groups.isOwn(this.groups.ofLiveThread(1, name))).isEqualTo(own);
	}

	@Test
	void adoptedGroupsKeepNameAndCounter() {
		int main = this.groups.ofLiveThread(1, "main");
		this.groups.ofLiveThread(2, "unused");
		int pool = this.groups.ofEndedThread("task-1");
		ThreadGroups fewer = new ThreadGroups(100, OwnThreads::isOwn);
		IntUnaryOperator adopt = fewer.adopting(this.groups);
		assertThat(fewer.name(adopt.applyAsInt(main))).isEqualTo("main");
		assertThat(fewer.hasOwnCounter(adopt.applyAsInt(main))).isTrue();
		assertThat(fewer.name(adopt.applyAsInt(pool))).isEqualTo("task");
		assertThat(fewer.hasOwnCounter(adopt.applyAsInt(pool))).isFalse();
		assertThat(adopt.applyAsInt(ThreadGroups.VIRTUAL)).isEqualTo(ThreadGroups.VIRTUAL);
		assertThat(adopt.applyAsInt(ThreadGroups.ENDED)).isEqualTo(ThreadGroups.ENDED);
		assertThat(fewer.ofLiveThread(1, "main")).isEqualTo(adopt.applyAsInt(main));
		assertThat(fewer.size()).isEqualTo(4);
	}

}
