package io.github.heapwise.ui.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.heapwise.ui.test.Chromium;

/**
 * Serves the sources of this module on the loopback interface, so that a browser can load
 * modules and their tests as they were written.
 */
final class SourceServer implements AutoCloseable {

	private static final Path SOURCES = Path.of("src").toAbsolutePath().normalize();

	private final HttpServer server;

	SourceServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", SourceServer::serve);
		this.server.start();
	}

	/**
	 * Open the page that runs tests of modules.
	 * @param chromium the browser
	 * @return the page
	 */
	Page open(Chromium chromium) {
		Page page = chromium.newPage();
		page.navigate("http://127.0.0.1:%d/test/js/page.html".formatted(this.server.getAddress().getPort()));
		return page;
	}

	private static void serve(HttpExchange exchange) throws IOException {
		try (exchange) {
			Path file = SOURCES.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
			if (file.startsWith(SOURCES) && Files.isRegularFile(file)) {
				byte[] content = Files.readAllBytes(file);
				exchange.getResponseHeaders().set("Content-Type", contentType(file.toString()));
				exchange.sendResponseHeaders(200, content.length);
				exchange.getResponseBody().write(content);
			}
			else {
				exchange.sendResponseHeaders(404, -1);
			}
		}
	}

	private static String contentType(String file) {
		String extension = file.substring(file.lastIndexOf('.') + 1);
		return switch (extension) {
			case "js" -> "text/javascript;charset=UTF-8";
			case "css" -> "text/css;charset=UTF-8";
			default -> "text/html;charset=UTF-8";
		};
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
