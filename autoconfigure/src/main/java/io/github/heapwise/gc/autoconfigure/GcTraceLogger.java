package io.github.heapwise.gc.autoconfigure;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcListener;
import io.github.heapwise.gc.GcTraceFormat;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes a line for each collection to a logger. Its level can be changed while the
 * application runs.
 */
final class GcTraceLogger implements GcListener {

	static final String NAME = "heapwise.gc";

	private static final Log logger = LogFactory.getLog(NAME);

	private final GcTraceFormat format = GcTraceFormat.ofThisJvm();

	private final boolean prominent;

	/**
	 * Create a listener.
	 * @param prominent whether to log at level INFO rather than DEBUG
	 */
	GcTraceLogger(boolean prominent) {
		this.prominent = prominent;
	}

	@Override
	public void onGc(GcEvent event) {
		// also where it is not logged: the share of a minute needs all events
		String line = this.format.line(event);
		if (this.prominent) {
			logger.info(line);
		}
		else {
			logger.debug(line);
		}
	}

}
