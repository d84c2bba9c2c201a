package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What a process that analyses says of it, in lines: {@code progress 0.42}, {@code done}
 * or {@code failed} with a sentence. Whatever else it prints, no more than a line is
 * kept.
 */
final class AnalysisOutput {

	private static final String PROGRESS = "progress ";

	private static final String FAILED = "failed ";

	private static final int MAX_LINE_BYTES = 1000;

	private final DoubleConsumer progress;

	private final byte[] line = new byte[MAX_LINE_BYTES];

	private int length;

	private boolean begun;

	private @Nullable String failure;

	private String noise = "";

	/**
	 * Listen.
	 * @param progress told how much is done
	 */
	AnalysisOutput(DoubleConsumer progress) {
		this.progress = progress;
	}

	/**
	 * Read what is there, and do not wait for more.
	 * @param in what the process prints
	 * @throws IOException if it cannot be read
	 */
	void readAvailable(InputStream in) throws IOException {
		for (int available = in.available(); available > 0; available = in.available()) {
			for (byte next : in.readNBytes(Math.min(available, MAX_LINE_BYTES))) {
				add(next);
			}
		}
	}

	/**
	 * Return whether the process said anything of an analysis.
	 * @return whether it has begun
	 */
	boolean hasBegun() {
		return this.begun;
	}

	@Nullable String failure() {
		return this.failure;
	}

	/**
	 * Return the last line that was about something else.
	 * @return the line, empty if there was none
	 */
	String noise() {
		return this.noise;
	}

	private void add(byte next) {
		if (next == '\n') {
			read(new String(this.line, 0, this.length, StandardCharsets.UTF_8).strip());
			this.length = 0;
		}
		else if (this.length < MAX_LINE_BYTES) {
			this.line[this.length++] = next;
		}
	}

	private void read(String text) {
		if (text.startsWith(PROGRESS)) {
			this.begun = true;
			tell(text.substring(PROGRESS.length()));
		}
		else if (text.startsWith(FAILED)) {
			this.begun = true;
			this.failure = text.substring(FAILED.length());
		}
		else if (text.equals("done")) {
			this.begun = true;
		}
		else if (!text.isEmpty()) {
			this.noise = text;
		}
	}

	private void tell(String ratio) {
		try {
			this.progress.accept(Math.max(0, Math.min(1, Double.parseDouble(ratio))));
		}
		catch (NumberFormatException ex) {
			this.noise = ratio;
		}
	}

}
