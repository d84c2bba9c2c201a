package io.github.heapwise.latency;

/**
 * Kinds of pools.
 */
public enum PoolKind {

	/** Serves requests in Tomcat. */
	TOMCAT,

	/** Serves requests in Jetty. */
	JETTY,

	/** Carries virtual threads. */
	VIRTUAL,

	/** Any other. */
	EXECUTOR

}
