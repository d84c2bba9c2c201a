package io.github.heapwise.diagnosis;

/**
 * Looks for one thing that may be wrong. A bean of this type is asked like those that
 * come with Heapwise.
 * <p>
 * Must not wait, nor keep anything from one call to the next; is called on one thread at
 * a time. One that throws is reported as undecided.
 */
public interface DiagnosisRule {

	/**
	 * Return what names it in URLs, meters and settings.
	 * @return lower-case letters and hyphens, such as {@code memory-grows}
	 */
	String id();

	/**
	 * Return what it looks for.
	 * @return a few words, such as {@code Memory held grows}
	 */
	String title();

	/**
	 * Look at what was seen.
	 * @param signals what was seen
	 * @return the judgement
	 */
	Judgement judge(Signals signals);

}
