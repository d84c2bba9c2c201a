package com.example.names.load;

/**
 * What a Java process has allocated since it started.
 *
 * @param bytes the count, negative if it is unknown
 * @param exact whether it includes threads that have ended, and so never goes back
 */
record AllocatedBytes(long bytes, boolean exact) {

	static final AllocatedBytes UNKNOWN = new AllocatedBytes(-1, false);

	static AllocatedBytes parse(String text) {
		String[] words = text.split(" ");
		return new AllocatedBytes(Long.parseLong(words[0]), words[1].equals("exact"));
	}

	boolean isKnown() {
		return this.bytes >= 0;
	}

	AllocatedBytes since(AllocatedBytes earlier) {
		boolean known = isKnown() && earlier.isKnown();
		return known ? new AllocatedBytes(this.bytes - earlier.bytes, this.exact && earlier.exact) : UNKNOWN;
	}

	AllocatedBytes without(long others) {
		return isKnown() ? new AllocatedBytes(this.bytes - others, this.exact) : UNKNOWN;
	}

	@Override
	public String toString() {
		return this.bytes + (this.exact ? " exact" : " live");
	}

}
