package com.example.names;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes a large block of memory for the time it needs to find a name.
 */
@Component("names")
@Profile("03-gc-block")
@EnableConfigurationProperties(BlockProperties.class)
class BlockNames implements Names {

	private final CountingNames names;

	private final int blockBytes;

	// Seen by other threads, so that the JIT compiler cannot leave out a block nobody
	// reads.
	private final AtomicReference<byte @Nullable []> block = new AtomicReference<>();

	BlockNames(Words words, BlockProperties properties) {
		this.names = new CountingNames(words);
		this.blockBytes = Math.toIntExact(properties.size().toBytes());
	}

	// One at a time: the blocks of ten connections together fit few heaps.
	@Override
	public synchronized String name() {
		this.block.set(new byte[this.blockBytes]);
		String name = this.names.name();
		this.block.set(null);
		return name;
	}

}
