package io.github.heapwise.ui.endpoint;

import io.github.heapwise.ui.FormToken;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Takes the token from the attribute of the servlet request in which Spring Security
 * leaves it for forms. Reactive requests are out of reach of an endpoint.
 */
public class SecurityFormTokens implements FormTokens {

	@Override
	public @Nullable FormToken current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object token = (request != null)
				? request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST) : null;
		return (token instanceof CsrfToken csrf) ? new FormToken(csrf.getHeaderName(), csrf.getToken()) : null;
	}

}
