package io.github.heapwise.heapview;

/**
 * Who holds a part of the heap.
 *
 * @param owner the class of the application or a library that does, with the field by
 * which it does where that is known: {@code com.example.Names.nameByNumber}
 * @param className class of what is held
 * @param objects how many of them it holds, roughly where there are thousands
 * @param ratio part of them that it holds; of the largest part of a heap, the part of all
 * that is reachable
 */
public record Holder(String owner, String className, long objects, double ratio) {

}
