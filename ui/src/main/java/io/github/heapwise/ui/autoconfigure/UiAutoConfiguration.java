package io.github.heapwise.ui.autoconfigure;

import java.util.Optional;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.HeapwiseEndpointAutoConfiguration;
import io.github.heapwise.autoconfigure.UnexposedEndpoints;
import io.github.heapwise.ui.Assets;
import io.github.heapwise.ui.PageRenderer;
import io.github.heapwise.ui.RunningJvm;
import io.github.heapwise.ui.endpoint.FormTokens;
import io.github.heapwise.ui.endpoint.PageModels;
import io.github.heapwise.ui.endpoint.SecurityFormTokens;
import io.github.heapwise.ui.endpoint.UiEndpoint;
import org.thymeleaf.TemplateEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * {@link AutoConfiguration Auto-configuration} for the pages. Neither a template engine
 * nor a resolver becomes a bean: the host may have its own, or want none.
 */
@AutoConfiguration(after = HeapwiseEndpointAutoConfiguration.class)
@ConditionalOnManagementServer
@ConditionalOnClass(TemplateEngine.class)
@ConditionalOnBean(UnexposedEndpoints.class)
public final class UiAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	UiEndpoint heapwiseUiEndpoint(ObjectProvider<PathMappedEndpoints> endpoints, UnexposedEndpoints unexposed,
			EndpointAccessResolver access, ObjectProvider<FormTokens> formTokens,
			@Value("${spring.application.name:application}") String name) {
		PageModels models = new PageModels(RunningJvm.describe(name), endpoints::getObject,
				() -> Optional.ofNullable(unexposed.propertyLine()), access,
				formTokens.getIfAvailable(() -> () -> null));
		return new UiEndpoint(models, new PageRenderer(), Assets::load);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ CsrfToken.class, RequestContextHolder.class })
	static class SecurityConfiguration {

		@Bean
		@ConditionalOnMissingBean(FormTokens.class)
		SecurityFormTokens heapwiseFormTokens() {
			return new SecurityFormTokens();
		}

	}

}
