package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Clock;

import io.github.heapwise.diagnosis.DiagnosisMonitor;
import io.github.heapwise.diagnosis.DiagnosisWatch;
import io.github.heapwise.diagnosis.FindingLog;
import io.github.heapwise.diagnosis.FindingMeters;
import io.github.heapwise.diagnosis.LatestDiagnosis;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.endpoint.DiagnosisHealthIndicator;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * {@link AutoConfiguration Auto-configuration} for telling of findings whom nobody asks:
 * in the log, as meters and as health.
 */
@AutoConfiguration(after = DiagnosisAutoConfiguration.class)
@ConditionalOnBean({ DiagnosisWatch.class, RuleBook.class })
public final class FindingAutoConfiguration {

	private static final Log logger = LogFactory.getLog(DiagnosisMonitor.class);

	@Bean
	@ConditionalOnMissingBean
	LatestDiagnosis heapwiseLatestDiagnosis(DiagnosisWatch watch) {
		LatestDiagnosis latest = new LatestDiagnosis();
		watch.addListener(latest);
		return latest;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "heapwise.diagnosis.log.enabled", matchIfMissing = true)
	@EnableConfigurationProperties(FindingLogProperties.class)
	static class LogConfiguration {

		// Nobody asks for it where beans are made when they are asked for.
		@Bean
		@Lazy(false)
		@ConditionalOnMissingBean
		FindingLog heapwiseFindingLog(DiagnosisWatch watch, FindingLogProperties properties) {
			FindingLog log = new FindingLog(logger::warn, logger::info, properties.settings(), Clock.systemUTC());
			watch.addListener(log::see);
			return log;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FindingMeters heapwiseFindingMeters(RuleBook rules, LatestDiagnosis diagnosis) {
			return new FindingMeters(rules.ids(), diagnosis);
		}

	}

	// Boot's own condition would switch it on unless it is switched off.
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HealthIndicator.class)
	@ConditionalOnBooleanProperty(name = "management.health.heapwise.enabled")
	@EnableConfigurationProperties(DiagnosisHealthProperties.class)
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean
		DiagnosisHealthIndicator heapwiseHealthIndicator(LatestDiagnosis diagnosis,
				DiagnosisHealthProperties properties) {
			return new DiagnosisHealthIndicator(diagnosis, new Status(properties.criticalStatus()));
		}

	}

}
