package io.github.heapwise.ui;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What every template can read: a variable for each component, under its name. All URLs
 * are relative to the page they are used on.
 *
 * @param page id of the page, {@code not-found} for none
 * @param assets URL of the folder of static files, without a slash at the end
 * @param pages URLs of all pages by page id
 * @param links URLs of our exposed endpoints by endpoint id, such as
 * {@code links['memoryallocations']}; what is not exposed is missing
 * @param exposeWith line of configuration that exposes what is not, {@code null} where
 * all is exposed
 * @param mayCollect whether access permits a page to run a collection
 * @param mayDump whether access permits a page to take and delete heap dumps
 * @param formToken what proves that a request comes from this page, {@code null} where
 * nothing asks for it or it is not known
 * @param application the application
 * @param product Heapwise itself
 * @param base base path of the actuator, as a label
 */
public record PageModel(String page, String assets, Map<String, String> pages, Map<String, String> links,
		@Nullable String exposeWith, boolean mayCollect, boolean mayDump, @Nullable FormToken formToken,
		Application application, Product product, String base) {

	public PageModel {
		pages = Map.copyOf(pages);
		links = Map.copyOf(links);
	}

	Map<String, @Nullable Object> variables() {
		Map<String, @Nullable Object> variables = new HashMap<>();
		variables.put("page", this.page);
		variables.put("assets", this.assets);
		variables.put("pages", this.pages);
		variables.put("links", this.links);
		variables.put("exposeWith", this.exposeWith);
		variables.put("mayCollect", this.mayCollect);
		variables.put("mayDump", this.mayDump);
		variables.put("formToken", this.formToken);
		variables.put("application", this.application);
		variables.put("product", this.product);
		variables.put("base", this.base);
		return variables;
	}

}
