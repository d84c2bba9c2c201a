package io.github.heapwise.route.autoconfigure;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * An application whose handlers allocate {@link Ballast}, each in its way.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ServletShop.Handlers.class)
class ServletShop {

	@Controller
	static class Handlers {

		@GetMapping("/plain/{id}")
		@ResponseBody
		String plain(@PathVariable String id) {
			Ballast.allocate();
			return id;
		}

		@GetMapping("/heavy")
		@ResponseBody
		String heavy() {
			for (int i = 0; i < 20; i++) {
				Ballast.allocate();
			}
			return "done";
		}

		@GetMapping("/light/{id}")
		@ResponseBody
		String light(@PathVariable String id) {
			return id;
		}

		@GetMapping("/deferred")
		@ResponseBody
		DeferredResult<String> deferred() {
			Ballast.allocate();
			DeferredResult<String> result = new DeferredResult<>();
			CompletableFuture.runAsync(() -> result.setResult("done"));
			return result;
		}

		@GetMapping("/callable")
		@ResponseBody
		Callable<String> callable() {
			return () -> {
				Ballast.allocate();
				return "done";
			};
		}

		@GetMapping("/streamed")
		StreamingResponseBody streamed() {
			return (out) -> {
				Ballast.allocate();
				out.write(1);
			};
		}

		@GetMapping("/failing")
		@ResponseBody
		String failing() {
			Ballast.allocate();
			throw new IllegalStateException("on purpose");
		}

		@GetMapping("/failing-callable")
		@ResponseBody
		Callable<String> failingCallable() {
			return () -> {
				Ballast.allocate();
				throw new IllegalStateException("on purpose");
			};
		}

		@GetMapping("/forwarding")
		String forwarding() {
			return "forward:/forwarded";
		}

		@GetMapping("/forwarded")
		@ResponseBody
		String forwarded() {
			Ballast.allocate();
			return "done";
		}

	}

}
