package io.github.heapwise.route.autoconfigure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.Route;
import io.github.heapwise.timeline.RouteTable;

import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Routes of annotated handler methods, and of the lambdas in them. Those of functional
 * endpoints are not known.
 * <p>
 * Thread-safe. The mappings are looked at when first asked.
 */
final class HandlerMethodRoutes implements HandlerRoutes {

	private static final String LAMBDA = "lambda$";

	private final RouteTable table;

	private final SingletonSupplier<Map<Handler, Optional<Route>>> routes;

	HandlerMethodRoutes(RouteTable table, Supplier<? extends Collection<RequestMappingHandlerMapping>> mappings) {
		this.table = table;
		this.routes = SingletonSupplier.of(() -> routes(mappings.get()));
	}

	@Override
	public int routeOf(String className, String methodName) {
		Optional<Route> route = this.routes.obtain().get(new Handler(className, handlerName(methodName)));
		return (route != null && route.isPresent()) ? this.table.number(route.get().method(), route.get().pattern())
				: RouteTable.NONE;
	}

	private static String handlerName(String methodName) {
		if (!methodName.startsWith(LAMBDA)) {
			return methodName;
		}
		int end = methodName.lastIndexOf('$');
		return (end > LAMBDA.length()) ? methodName.substring(LAMBDA.length(), end) : methodName;
	}

	// Empty where a handler has several routes, or shares its name with another.
	private static Map<Handler, Optional<Route>> routes(Collection<RequestMappingHandlerMapping> mappings) {
		Map<Handler, Optional<Route>> routes = new HashMap<>();
		mappings.forEach((mapping) -> mapping.getHandlerMethods()
			.forEach((info, method) -> routes.merge(handler(method), route(info),
					(known, added) -> known.equals(added) ? known : Optional.empty())));
		return routes;
	}

	private static Handler handler(HandlerMethod method) {
		Class<?> type = ClassUtils.getUserClass(method.getMethod().getDeclaringClass());
		return new Handler(type.getName(), method.getMethod().getName());
	}

	private static Optional<Route> route(RequestMappingInfo info) {
		List<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
		List<String> patterns = info.getPatternsCondition()
			.getPatterns()
			.stream()
			.map((pattern) -> pattern.getPatternString())
			.toList();
		return (methods.size() == 1 && patterns.size() == 1) ? Optional.of(new Route(methods.get(0), patterns.get(0)))
				: Optional.empty();
	}

	/**
	 * A method that handles requests.
	 *
	 * @param className binary name of its class
	 * @param methodName its name
	 */
	private record Handler(String className, String methodName) {

	}

}
