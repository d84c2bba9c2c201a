package io.github.heapwise.ui;

/**
 * Heapwise itself.
 *
 * @param version its version, {@code development} where it does not run from a jar
 */
public record Product(String version) {

	/**
	 * Return what runs here.
	 * @return the product
	 */
	public static Product current() {
		String version = Product.class.getPackage().getImplementationVersion();
		return new Product((version != null) ? version : "development");
	}

}
