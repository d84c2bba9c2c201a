package com.example.names.faults;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Puts a checksum behind the name.
 * <p>
 * This is the fault: it goes over the name more often than anybody needs, for some 30 ms.
 */
@Component("names")
@Profile("05-cpu-bound")
class CpuBoundNames implements Names {

	private static final int ROUNDS = 1_400_000;

	private final Names names;

	CpuBoundNames(Words words) {
		this.names = new CountingNames(words);
	}

	@Override
	public String name() {
		String name = this.names.name();
		return name + "-" + Integer.toHexString(checksum(name));
	}

	private static int checksum(String name) {
		int checksum = 0;
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < name.length(); i++) {
				checksum = 31 * checksum + name.charAt(i);
			}
		}
		return checksum;
	}

}
