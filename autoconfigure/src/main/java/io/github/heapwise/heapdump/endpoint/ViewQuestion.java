package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.util.Objects;

import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.heapview.HeapViews;
import io.github.heapwise.heapview.Table;
import io.github.heapwise.heapview.TableQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What a client asks about an analysed dump.
 */
@FunctionalInterface
interface ViewQuestion {

	/**
	 * Ask.
	 * @param views the dump
	 * @param baseline the one to compare with, {@code null} for none
	 * @return the answer
	 * @throws IOException if one of them cannot be read
	 */
	OperationResponseBody ask(HeapViews views, @Nullable Baseline baseline) throws IOException;

	/**
	 * Read a question.
	 * @param view what to look at, other than the file
	 * @param given the parameters
	 * @return the question, or what is wrong with the parameters
	 */
	static Parsed<ViewQuestion> of(DumpView view, ViewParameters given) {
		Parsed<TableQuery> page = given.table(view.columns());
		return switch (view) {
			case CLASSES -> page.map((query) -> table((views) -> views.classes(query)));
			case INSTANCES ->
				given.instances().and(page, (type, query) -> table((views) -> views.instances(type, query)));
			case DOMINATORS -> given.optionalObject()
				.and(page, (object, query) -> table((views) -> views.dominators(object.orElse(null), query)));
			case OBJECT -> given.object()
				.and(page, (object, query) -> (views, baseline) -> ObjectDescriptor.of(views.object(object, query)));
			case INCOMING ->
				given.object().and(page, (object, query) -> table((views) -> views.incoming(object, query)));
			case PATHS -> given.anyNode().map((node) -> (views, baseline) -> PathsDescriptor.of(views.paths(node)));
			case SUSPECTS -> Parsed.of(ViewQuestion::suspects);
			case DUPLICATES ->
				page.map((query) -> (views, baseline) -> DuplicatesDescriptor.of(views.duplicates(query)));
			case COLLECTIONS ->
				page.map((query) -> (views, baseline) -> CollectionsDescriptor.of(views.collections(query)));
			case LOADERS -> page.map((query) -> table((views) -> views.loaders(query)));
			case THREADS -> page.map((query) -> table((views) -> views.threads(query)));
			case UNREACHABLE -> page.map((query) -> table((views) -> views.unreachable(query)));
			case COMPARE -> page.map((query) -> (views, baseline) -> TableDescriptor
				.of(views.compare(Objects.requireNonNull(baseline).views(), query)));
			case FILE -> throw new IllegalArgumentException("The file of a dump is not asked but sent");
		};
	}

	private static ViewQuestion table(TableQuestion question) {
		return (views, baseline) -> TableDescriptor.of(question.ask(views));
	}

	private static OperationResponseBody suspects(HeapViews views, @Nullable Baseline baseline) throws IOException {
		return (baseline != null) ? SuspectsDescriptor.of(views.suspects(baseline.views()), baseline.id())
				: SuspectsDescriptor.of(views.suspects(null), null);
	}

	/**
	 * A question that is answered with nothing but a table.
	 */
	@FunctionalInterface
	interface TableQuestion {

		Table<?> ask(HeapViews views) throws IOException;

	}

	/**
	 * An analysed dump to compare with.
	 *
	 * @param id its id
	 * @param views what can be asked of it
	 */
	record Baseline(String id, HeapViews views) {

	}

}
