package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;

import io.github.heapwise.heapgraph.FieldPlace;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.heapgraph.ObjectSet;
import io.github.heapwise.heapview.CollectionClass.Keeping;
import io.github.heapwise.heapview.KnownCollections.KnownCollection;

/**
 * Tells how full collections are. Counts what their arrays refer to, and believes a field
 * with their size only where that says more: in a redacted dump it is 0. Some 100 ns a
 * collection and 3 ns an element.
 * <p>
 * For one thread.
 */
final class FillReader implements Closeable {

	private static final int NONE = HeapReader.NONE;

	private final KnownCollections known;

	private final HeapReader reader;

	private final ObjectSet owned;

	private final int referenceBytes;

	/**
	 * Prepare to read.
	 * @param graph the dump
	 * @param reader reads it
	 * @param known its collections
	 */
	FillReader(HeapGraph graph, HeapReader reader, KnownCollections known) throws IOException {
		this.known = known;
		this.reader = reader;
		this.owned = graph.emptySet();
		this.referenceBytes = graph.totals().referenceBytes();
	}

	/**
	 * Return whether something is nothing but a part of a collection.
	 * @param object number of an array or a collection
	 * @return whether {@link #own} found it
	 */
	boolean isOwned(int object) {
		return this.owned.contains(object);
	}

	/**
	 * Remember what keeps the elements of a collection to be its own.
	 * @param collection number of the collection
	 * @param how how it keeps them
	 */
	void own(int collection, KnownCollection how) throws IOException {
		int keeper = this.reader.reference(collection, how.field());
		if (keeper != NONE && how.type().keeping() != Keeping.NODES) {
			this.owned.add(keeper);
		}
	}

	/**
	 * Look at a collection.
	 * @param collection number of the collection
	 * @param how how it keeps its elements
	 * @return how full it is
	 */
	Fill collection(int collection, KnownCollection how) throws IOException {
		int keeper = this.reader.reference(collection, how.field());
		return switch (how.type().keeping()) {
			case COLLECTION -> wrapped(collection, keeper);
			case NODES -> nodes(collection, how, keeper != NONE);
			default -> inArray(collection, how, isArray(keeper) ? keeper : NONE);
		};
	}

	/**
	 * Look at an array of references.
	 * @param array number of the array
	 * @return how full it is
	 */
	Fill array(int array) {
		long slots = this.reader.length(array);
		long elements = this.reader.elements(array);
		return new Fill(elements, slots, elements,
				(elements == 0) ? this.reader.shallowBytes(array) : free(slots - elements));
	}

	@Override
	public void close() throws IOException {
		this.owned.close();
	}

	private Fill wrapped(int collection, int keeper) throws IOException {
		long ownBytes = this.reader.shallowBytes(collection);
		KnownCollection how = (keeper != NONE) ? this.known.get(this.reader.classOf(keeper)) : null;
		if (how == null || how.type().keeping() == Keeping.COLLECTION) {
			return new Fill(0, 0, 0, ownBytes);
		}
		Fill fill = collection(keeper, how);
		return fill.isEmpty() ? new Fill(0, fill.slots(), 0, fill.wastedBytes() + ownBytes) : fill;
	}

	private Fill nodes(int collection, KnownCollection how, boolean any) throws IOException {
		long elements = Math.max(any ? 1 : 0, size(collection, how));
		return new Fill(elements, elements, elements, any ? 0 : this.reader.shallowBytes(collection));
	}

	private Fill inArray(int collection, KnownCollection how, int array) throws IOException {
		Keeping keeping = how.type().keeping();
		long slots = (array != NONE) ? this.reader.length(array) : 0;
		long taken = (array != NONE) ? this.reader.elements(array) : 0;
		int slotsOfElement = (keeping == Keeping.PAIRS) ? 2 : 1;
		long elements = Math.max(size(collection, how), (taken + slotsOfElement - 1) / slotsOfElement);
		if (elements == 0) {
			// Empty ones of the same class often share an array of no length.
			long arrayBytes = (slots > 0) ? this.reader.shallowBytes(array) : 0;
			return new Fill(0, slots, 0, this.reader.shallowBytes(collection) + arrayBytes);
		}
		// null may be an element, or the value of a key.
		long used = (keeping == Keeping.HASH_TABLE) ? taken : Math.max(taken, elements * slotsOfElement);
		return new Fill(elements, slots, Math.min(slots, used), free(Math.max(0, slots - used)));
	}

	private boolean isArray(int object) {
		return object != NONE && this.reader.length(object) >= 0
				&& this.known.isReferenceArray(this.reader.classOf(object));
	}

	private long size(int collection, KnownCollection how) throws IOException {
		FieldPlace size = how.size();
		return (size != null) ? Math.max(0, this.reader.number(collection, size)) : 0;
	}

	private long free(long slots) {
		return slots * this.referenceBytes;
	}

}
