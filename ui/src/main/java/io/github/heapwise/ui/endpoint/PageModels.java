package io.github.heapwise.ui.endpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import io.github.heapwise.endpoint.RelativeUrl;
import io.github.heapwise.ui.Application;
import io.github.heapwise.ui.Page;
import io.github.heapwise.ui.PageModel;
import io.github.heapwise.ui.Product;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes the model of a page, with links that follow the endpoints wherever the user maps
 * them.
 */
public class PageModels {

	private final Application application;

	private final Product product = Product.current();

	private final Supplier<PathMappedEndpoints> endpoints;

	private final SingletonSupplier<Optional<String>> exposeWith;

	private final EndpointAccessResolver access;

	private final FormTokens formTokens;

	/**
	 * Create a new instance.
	 * @param application the application the pages are about
	 * @param endpoints supplies the exposed endpoints
	 * @param exposeWith supplies the line that exposes what is not, asked once, with the
	 * first page
	 * @param access says what each endpoint may be asked to do
	 * @param formTokens knows what the host asks of forms
	 */
	public PageModels(Application application, Supplier<PathMappedEndpoints> endpoints,
			Supplier<Optional<String>> exposeWith, EndpointAccessResolver access, FormTokens formTokens) {
		this.application = application;
		this.endpoints = endpoints;
		this.exposeWith = SingletonSupplier.of(exposeWith);
		this.access = access;
		this.formTokens = formTokens;
	}

	/**
	 * Return the model of a page.
	 * @param page the page
	 * @param version version of the static files
	 * @return the model
	 */
	PageModel page(Page page, String version) {
		return model(page.id(), path(page), version);
	}

	/**
	 * Return the model of the page for what does not exist.
	 * @param depth path segments below the endpoint
	 * @param version version of the static files
	 * @return the model
	 */
	PageModel notFound(int depth, String version) {
		return model("not-found", below("x" + "/x".repeat(depth - 1)), version);
	}

	/**
	 * Return the URL without the slash at its end.
	 * @param segments path segments below the endpoint, before the slash
	 * @return a URL relative to the one with the slash
	 */
	String withoutSlash(String... segments) {
		String path = (segments.length == 0) ? path(Page.OVERVIEW) : below(String.join("/", segments));
		return RelativeUrl.between(path + "/", path);
	}

	private PageModel model(String page, String path, String version) {
		boolean mayCollect = isPermitted(HeapwiseEndpoint.GC, Access.READ_ONLY);
		boolean mayDump = isPermitted(HeapwiseEndpoint.HEAP_DUMPS, Access.NONE);
		return new PageModel(page, RelativeUrl.between(path, below(version)), pages(path), links(path),
				this.exposeWith.obtain().orElse(null), mayCollect, mayDump,
				(mayCollect && isAt(Page.GC, page) || mayDump && isOfHeapDumps(page)) ? this.formTokens.current()
						: null,
				this.application, this.product, this.endpoints.get().getBasePath());
	}

	private static boolean isOfHeapDumps(String id) {
		return isAt(Page.HEAPDUMPS, id) || isAt(Page.HEAPDUMP, id);
	}

	private static boolean isAt(Page page, String id) {
		return page.id().equals(id);
	}

	private boolean isPermitted(HeapwiseEndpoint endpoint, Access declared) {
		return this.access.accessFor(endpoint.id(), declared) == Access.UNRESTRICTED
				&& this.endpoints.get().getEndpoint(endpoint.id()) != null;
	}

	private Map<String, String> pages(String from) {
		return Arrays.stream(Page.values())
			.collect(Collectors.toMap(Page::id, (page) -> RelativeUrl.between(from, path(page))));
	}

	private Map<String, String> links(String from) {
		return Arrays.stream(HeapwiseEndpoint.values())
			.map(HeapwiseEndpoint::id)
			.filter((id) -> this.endpoints.get().getEndpoint(id) != null)
			.collect(Collectors.toMap(EndpointId::toString, (id) -> RelativeUrl.between(from, path(id))));
	}

	private String path(Page page) {
		return path(HeapwiseEndpoint.UI.id()) + page.path();
	}

	private String below(String segments) {
		return path(HeapwiseEndpoint.UI.id()) + "/" + segments;
	}

	private String path(EndpointId id) {
		return StringUtils.trimTrailingCharacter(String.valueOf(this.endpoints.get().getPath(id)), '/');
	}

}
