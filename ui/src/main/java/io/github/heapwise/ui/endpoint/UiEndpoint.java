package io.github.heapwise.ui.endpoint;

import java.util.function.Supplier;

import io.github.heapwise.ui.Asset;
import io.github.heapwise.ui.Assets;
import io.github.heapwise.ui.Page;
import io.github.heapwise.ui.PageModel;
import io.github.heapwise.ui.PageRenderer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link WebEndpoint @WebEndpoint} to serve the pages and their static files.
 */
@WebEndpoint(id = "memoryui", defaultAccess = Access.READ_ONLY)
public class UiEndpoint {

	private static final MimeType HTML = MimeType.valueOf("text/html;charset=UTF-8");

	// Served to whoever asks: an image tag or a script tag accepts anything but HTML.
	private static final String ANY = "*/*";

	private final PageModels models;

	private final PageRenderer renderer;

	private final SingletonSupplier<Assets> assets;

	/**
	 * Create a new instance.
	 * @param models makes the models of pages
	 * @param renderer renders them
	 * @param assets supplies the static files, asked once, with the first request
	 */
	public UiEndpoint(PageModels models, PageRenderer renderer, Supplier<Assets> assets) {
		this.models = models;
		this.renderer = renderer;
		this.assets = SingletonSupplier.of(assets);
	}

	@ReadOperation(produces = ANY)
	public WebEndpointResponse<byte[]> overview() {
		return html(this.models.page(Page.OVERVIEW, version()));
	}

	@ReadOperation(produces = ANY)
	public WebEndpointResponse<byte[]> page(@Selector String pageId) {
		Page page = Page.below(pageId);
		return (page != null) ? html(this.models.page(page, version())) : notFound(1);
	}

	/**
	 * Serve a static file. Pages are matched before, so what is neither is an address
	 * with a slash at its end, or unknown.
	 * @param assetPath path segments below the endpoint
	 * @return the file, the way to the page without the slash, or a page that says that
	 * there is none
	 */
	@ReadOperation(produces = ANY)
	public WebEndpointResponse<byte[]> asset(@Selector(match = Match.ALL_REMAINING) String[] assetPath) {
		if (assetPath.length < 2) {
			return new WebEndpointResponse<>(this.renderer.redirect(this.models.withoutSlash(assetPath)), HTML);
		}
		Asset asset = find(String.join("/", assetPath));
		return (asset != null) ? new WebEndpointResponse<>(asset.content(), asset.contentType())
				: notFound(assetPath.length);
	}

	private @Nullable Asset find(String path) {
		String prefix = version() + "/";
		return path.startsWith(prefix) ? this.assets.obtain().find(path.substring(prefix.length())) : null;
	}

	private WebEndpointResponse<byte[]> html(PageModel model) {
		return new WebEndpointResponse<>(this.renderer.render(model), HTML);
	}

	private WebEndpointResponse<byte[]> notFound(int depth) {
		byte[] page = this.renderer.render(this.models.notFound(depth, version()));
		return new WebEndpointResponse<>(page, WebEndpointResponse.STATUS_NOT_FOUND, HTML);
	}

	private String version() {
		return this.assets.obtain().version();
	}

}
