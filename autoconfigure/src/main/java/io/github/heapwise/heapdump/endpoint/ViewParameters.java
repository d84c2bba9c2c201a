package io.github.heapwise.heapdump.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.heapview.HeapNode;
import io.github.heapwise.heapview.TableQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * What a client wants to see of a dump, as it was given.
 *
 * @param node an object or a class
 * @param sort a column
 * @param page number of a page
 * @param size rows of a page
 * @param filter part of a name
 * @param with another dump
 * @param raw whether with values
 */
record ViewParameters(Parameter node, Parameter sort, Parameter page, Parameter size, Parameter filter, Parameter with,
		Parameter raw) {

	private static final String OBJECT_FORM = "an object such as 0x7f00a0";

	private static final String CLASS_FORM = "all instances of a class such as class-12";

	private static final String ANY_FORM = OBJECT_FORM + ", or " + CLASS_FORM;

	static ViewParameters of(@Nullable String node, @Nullable String sort, @Nullable String page, @Nullable String size,
			@Nullable String filter, @Nullable String with, @Nullable String raw) {
		return new ViewParameters(new Parameter("node", node), new Parameter("sort", sort), new Parameter("page", page),
				new Parameter("size", size), new Parameter("filter", filter), new Parameter("with", with),
				new Parameter("raw", raw));
	}

	Stream<Parameter> given() {
		return Stream.of(this.node, this.sort, this.page, this.size, this.filter, this.with, this.raw)
			.filter((parameter) -> parameter.value() != null);
	}

	Parsed<TableQuery> table(SortColumns columns) {
		Parsed<Integer> pageNumber = this.page.number(1, Integer.MAX_VALUE, TableQuery.FIRST.page());
		Parsed<Integer> rows = this.size.number(1, TableQuery.MAX_SIZE, TableQuery.FIRST.size());
		String part = (this.filter.value() != null) ? this.filter.value() : "";
		return columns.order(this.sort)
			.flatMap((order) -> pageNumber.and(rows,
					(number, count) -> new TableQuery(number, count, order.column(), order.ascending(), part)));
	}

	Parsed<HeapNode> anyNode() {
		return required(this.node.readBy(only(HeapNode.class), ANY_FORM), ANY_FORM);
	}

	Parsed<HeapNode.AnObject> object() {
		return required(optionalObject(), OBJECT_FORM);
	}

	Parsed<Optional<HeapNode.AnObject>> optionalObject() {
		return this.node.readBy(only(HeapNode.AnObject.class), OBJECT_FORM);
	}

	Parsed<HeapNode.AllInstances> instances() {
		return required(this.node.readBy(only(HeapNode.AllInstances.class), CLASS_FORM), CLASS_FORM);
	}

	private static <N extends HeapNode> Function<String, @Nullable N> only(Class<N> type) {
		return (text) -> HeapNode.parse(text).filter(type::isInstance).map(type::cast).orElse(null);
	}

	private <N> Parsed<N> required(Parsed<Optional<N>> parsed, String form) {
		return parsed.flatMap((found) -> found.map(Parsed::of).orElseGet(() -> Parsed.problem(absent(form))));
	}

	private Problem absent(String form) {
		return new Problem(WebEndpointResponse.STATUS_BAD_REQUEST, this.node.name(), null, List.of(form),
				"'%s' is missing. It must be %s".formatted(this.node.name(), form));
	}

}
