package io.github.heapwise.ui;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders our templates with an engine of its own, which no bean and no view resolver of
 * the host can see.
 * <p>
 * Safe for use from any thread. The first page costs some 100 ms, later ones about one.
 */
public final class PageRenderer {

	private static final String FOLDER = "io/github/heapwise/ui/templates/";

	private final TemplateEngine engine = new TemplateEngine();

	/**
	 * Create a renderer for the templates of this module.
	 */
	public PageRenderer() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageRenderer.class.getClassLoader());
		resolver.setPrefix(FOLDER);
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setCacheable(true);
		this.engine.setTemplateResolver(resolver);
	}

	/**
	 * Render the template of the model's page.
	 * @param model what the page shows
	 * @return HTML in UTF-8
	 */
	public byte[] render(PageModel model) {
		return render(model.page(), model.variables());
	}

	/**
	 * Render a page that sends the browser on.
	 * @param target relative URL of the page to see instead
	 * @return HTML in UTF-8
	 */
	public byte[] redirect(String target) {
		return render("redirect", Map.of("target", target));
	}

	private byte[] render(String template, Map<String, ? extends @Nullable Object> variables) {
		Context context = new Context(Locale.ENGLISH);
		variables.forEach(context::setVariable);
		return this.engine.process(template, context).getBytes(StandardCharsets.UTF_8);
	}

}
