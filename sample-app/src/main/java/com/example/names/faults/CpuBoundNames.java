package com.example.names.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import com.example.names.CountingNames;
import com.example.names.Names;
import com.example.names.Words;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Puts a checksum behind the name.
 * <p>
 * This is the fault: it is made as hashes of passwords are, which are meant to be slow,
 * and takes some 30 ms of CPU.
 */
@Component("names")
@Profile("05-cpu-bound")
class CpuBoundNames implements Names {

	private static final byte[] SALT = "names".getBytes(StandardCharsets.UTF_8);

	private static final int ITERATIONS = 30_000;

	private static final int CHECKSUM_BITS = 32;

	private final Names names;

	CpuBoundNames(Words words) {
		this.names = new CountingNames(words);
	}

	@Override
	public String name() {
		String name = this.names.name();
		return name + "-" + checksum(name);
	}

	private static String checksum(String name) {
		PBEKeySpec key = new PBEKeySpec(name.toCharArray(), SALT, ITERATIONS, CHECKSUM_BITS);
		try {
			return HexFormat.of()
				.formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JDK cannot hash passwords", ex);
		}
	}

}
