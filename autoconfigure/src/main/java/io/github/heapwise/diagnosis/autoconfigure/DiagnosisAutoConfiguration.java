package io.github.heapwise.diagnosis.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.SurvivorSampling;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.DiagnosisWatch;
import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.rule.MemoryRules;
import io.github.heapwise.diagnosis.rule.PerformanceRules;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.TroubleRecording;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.latency.LatencyMonitor;
import io.github.heapwise.memory.MemoryHistory;
import io.github.heapwise.route.RouteReporter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the diagnosis.
 */
@AutoConfiguration(afterName = { "io.github.heapwise.allocation.autoconfigure.AllocationAutoConfiguration",
		"io.github.heapwise.gc.autoconfigure.GcAutoConfiguration",
		"io.github.heapwise.heapdump.autoconfigure.HeapDumpAutoConfiguration",
		"io.github.heapwise.latency.autoconfigure.LatencyAutoConfiguration",
		"io.github.heapwise.memory.autoconfigure.MemoryAutoConfiguration",
		"io.github.heapwise.route.autoconfigure.RouteAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "heapwise.diagnosis.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ DiagnosisProperties.class, MemoryRuleProperties.class, CollectorRuleProperties.class,
		PerformanceRuleProperties.class })
public final class DiagnosisAutoConfiguration {

	private static final Log logger = LogFactory.getLog(DiagnosisMonitor.class);

	@Bean
	@ConditionalOnMissingBean
	ProcessReadings heapwiseProcessReadings() {
		return new ProcessReadings(Path.of("/"), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	SignalSources heapwiseSignalSources(ProcessReadings process, ObjectProvider<GcMonitor> collections,
			ObjectProvider<TroubleRecording> troubles, ObjectProvider<SurvivorReports> survivors,
			ObjectProvider<MemoryHistory> memory, ObjectProvider<LatencyMonitor> latency,
			ObjectProvider<RouteReporter> routes, ObjectProvider<AllocationProfiler> allocations,
			ObjectProvider<HeapDumps> dumps, ObjectProvider<HeapDumpAnalyses> analyses) {
		return new SignalSources(process, collections.getIfAvailable(), troubles.getIfAvailable(),
				survivors.getIfAvailable(), memory.getIfAvailable(), latency.getIfAvailable(), routes.getIfAvailable(),
				allocations.getIfAvailable(), dumps.getIfAvailable(), analyses.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	SignalReader heapwiseSignalReader(SignalSources sources, DiagnosisProperties properties) {
		return new SignalReader(sources, properties.window(), Clock.systemUTC(), logger::warn);
	}

	@Bean
	@ConditionalOnMissingBean
	RuleBook heapwiseRuleBook(ObjectProvider<DiagnosisRule> rules, DiagnosisProperties properties,
			MemoryRuleProperties memory, CollectorRuleProperties collector, PerformanceRuleProperties performance) {
		Stream<DiagnosisRule> ours = Stream.concat(MemoryRules.all(memory.thresholds(collector)).stream(),
				PerformanceRules.all(performance.thresholds(memory.warmUp())).stream());
		return new RuleBook(properties.asked(RuleList.of(ours.toList(), rules.orderedStream().toList())));
	}

	@Bean
	@ConditionalOnMissingBean
	DiagnosisMonitor heapwiseDiagnosisMonitor(SignalReader signals, RuleBook rules, DiagnosisProperties properties,
			ObjectProvider<SurvivorSampling> sampling) {
		SurvivorSampling sampled = properties.survivorSampling().enabled() ? sampling.getIfAvailable() : null;
		if (sampled == null) {
			return new DiagnosisMonitor(signals::read, rules, Clock.systemUTC());
		}
		SurvivorAllocators allocators = new SurvivorAllocators(sampled::suspectGrowth, sampled::last);
		return new DiagnosisMonitor(() -> allocators.addTo(signals.read()), rules, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	DiagnosisWatch heapwiseDiagnosisWatch(DiagnosisMonitor monitor) {
		return new DiagnosisWatch(monitor, logger::warn);
	}

	@Bean
	HeapUse heapwiseDiagnosisHeapUse(ProcessReadings process, DiagnosisMonitor monitor) {
		return () -> process.heapBytes() + monitor.heapBytes();
	}

	@Bean
	StartWhenReady heapwiseDiagnosisStarter(ProcessReadings process, DiagnosisWatch watch,
			ObjectProvider<TroubleRecording> troubles) {
		return new StartWhenReady("memory/diagnosis", () -> {
			process.start();
			watch.start();
			troubles.ifAvailable(TroubleRecording::start);
		});
	}

}
