package io.github.heapwise.hprof;

/**
 * Types of fields and of elements of arrays, by the number they have in a dump.
 */
public final class BasicType {

	public static final int OBJECT = 2;

	public static final int BOOLEAN = 4;

	public static final int CHAR = 5;

	public static final int FLOAT = 6;

	public static final int DOUBLE = 7;

	public static final int BYTE = 8;

	public static final int SHORT = 9;

	public static final int INT = 10;

	public static final int LONG = 11;

	private BasicType() {
	}

	/**
	 * Return the size of a value in a dump.
	 * @param type number of the type
	 * @param idBytes size of an id
	 * @return bytes, 0 for a number that no type has
	 */
	public static int bytes(int type, int idBytes) {
		return switch (type) {
			case OBJECT -> idBytes;
			case BOOLEAN, BYTE -> 1;
			case CHAR, SHORT -> 2;
			case FLOAT, INT -> 4;
			case DOUBLE, LONG -> 8;
			default -> 0;
		};
	}

}
