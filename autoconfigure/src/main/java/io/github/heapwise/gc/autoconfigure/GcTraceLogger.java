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
		if (this.prominent && logger.isInfoEnabled()) {
			logger.info(this.format.line(event));
		}
		else if (!this.prominent && logger.isDebugEnabled()) {
			logger.debug(this.format.line(event));
		}
		else {
			this.format.skip(event);
		}
	}

}
