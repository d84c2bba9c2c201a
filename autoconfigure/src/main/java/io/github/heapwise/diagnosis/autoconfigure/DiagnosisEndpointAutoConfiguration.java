package io.github.heapwise.diagnosis.autoconfigure;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.endpoint.DiagnosisEndpoint;
import io.github.heapwise.diagnosis.endpoint.NextLinks;
import io.github.heapwise.diagnosis.report.ApplicationFacts;
import io.github.heapwise.diagnosis.report.DiagnosisReport;
import io.github.heapwise.diagnosis.report.JudgedAllocations;
import io.github.heapwise.endpoint.EndpointLinks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for asking for the diagnosis over HTTP.
 */
@AutoConfiguration(after = DiagnosisAutoConfiguration.class)
@ConditionalOnManagementServer
@ConditionalOnBean(DiagnosisMonitor.class)
public final class DiagnosisEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JudgedAllocations heapwiseJudgedAllocations(ObjectProvider<AllocationProfiler> profiler) {
		return new ProfiledAllocations(profiler::getIfAvailable);
	}

	@Bean
	@ConditionalOnMissingBean
	DiagnosisReport heapwiseDiagnosisReport(JudgedAllocations allocations,
			@Value("${spring.application.name:application}") String name) {
		return new DiagnosisReport(ApplicationFacts.ofThisJvm(name), allocations);
	}

	@Bean
	@ConditionalOnMissingBean
	DiagnosisEndpoint heapwiseDiagnosisEndpoint(DiagnosisMonitor monitor, DiagnosisReport report,
			ObjectProvider<PathMappedEndpoints> endpoints) {
		return new DiagnosisEndpoint(monitor, new NextLinks(new EndpointLinks(endpoints::getIfAvailable)), report::of);
	}

}
