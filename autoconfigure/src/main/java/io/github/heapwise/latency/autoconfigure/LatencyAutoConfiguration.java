package io.github.heapwise.latency.autoconfigure;

import java.time.Clock;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.latency.LatencyMeters;
import io.github.heapwise.latency.LatencyMonitor;
import io.github.heapwise.latency.LatencySettings;
import io.github.heapwise.latency.WorkSource;
import io.github.heapwise.latency.endpoint.LatencyEndpoint;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.channel.SingleThreadEventLoop;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} for who waits. Pools are asked for in the
 * order of the configurations, those that serve requests first.
 */
@AutoConfiguration(after = FlightRecorderAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "heapwise.latency.enabled", matchIfMissing = true)
@EnableConfigurationProperties(LatencyProperties.class)
public final class LatencyAutoConfiguration {

	private static final Log logger = LogFactory.getLog(LatencyMonitor.class);

	@Bean
	@ConditionalOnMissingBean
	LatencyMonitor heapwiseLatencyMonitor(LatencyProperties properties, SharedEventStream events) {
		return new LatencyMonitor(new LatencySettings(properties.interval(), properties.window(), properties.history()),
				events, Clock.systemUTC(), logger::warn);
	}

	@Bean
	HeapUse heapwiseLatencyHeapUse(LatencyMonitor monitor) {
		return monitor::heapBytes;
	}

	@Bean
	StartWhenReady heapwiseLatencyStarter(LatencyMonitor monitor, ObjectProvider<WorkSource> sources,
			ObjectProvider<RequestHistogram> requests) {
		return new StartWhenReady("memory/latency",
				() -> monitor.start(sources.orderedStream().toList(), requests.getIfAvailable()));
	}

	@Bean
	@Order(3)
	WorkSource heapwiseExecutorBeans(ConfigurableListableBeanFactory beans) {
		return new ExecutorBeans(beans);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	LatencyEndpoint heapwiseLatencyEndpoint(LatencyMonitor monitor) {
		return new LatencyEndpoint(monitor);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ TomcatWebServer.class, Tomcat.class })
	@ConditionalOnWebApplication
	static class TomcatConfiguration {

		@Bean
		@Order(1)
		WorkSource heapwiseTomcatPools(ApplicationContext context) {
			return new TomcatPools(context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JettyWebServer.class, QueuedThreadPool.class })
	@ConditionalOnWebApplication
	static class JettyConfiguration {

		@Bean
		@Order(1)
		WorkSource heapwiseJettyPools(ApplicationContext context) {
			return new JettyPools(context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ NettyReactiveWebServerFactory.class, SingleThreadEventLoop.class })
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class NettyConfiguration {

		@Bean
		NettyLoops heapwiseNettyLoops() {
			return new NettyLoops();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnThreading(Threading.VIRTUAL)
	static class VirtualThreadConfiguration {

		@Bean
		@Order(2)
		WorkSource heapwiseVirtualThreadCarriers() {
			return new VirtualThreadCarriers();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		LatencyMeters heapwiseLatencyMeters(LatencyMonitor monitor) {
			return new LatencyMeters(monitor);
		}

	}

}
