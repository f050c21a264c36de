package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a value travels in: two letters, a version, its length and a checksum over key and value. What is not ours, was cut or
 * changed, or belongs to another key, is recognised.
 */
final class Envelope {
    private static final short MAGIC = ('A' << 8) | 'c';
    private static final byte VERSION = 1;
    private static final int HEADER = Short.BYTES + Byte.BYTES + Integer.BYTES + Integer.BYTES;

    private Envelope() {}

    static byte[] seal(CacheKey key, byte[] value) {
        return ByteBuffer.allocate(HEADER + value.length)
                .putShort(MAGIC)
                .put(VERSION)
                .putInt(value.length)
                .putInt(checksum(key, value))
                .put(value)
                .array();
    }

    static Optional<byte[]> open(CacheKey key, byte[] sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (sealed.length < HEADER
                || in.getShort() != MAGIC
                || in.get() != VERSION
                || in.getInt() != sealed.length - HEADER) {
            return Optional.empty();
        }
        int checksum = in.getInt();
        byte[] value = new byte[in.remaining()];
        in.get(value);
        return checksum == checksum(key, value) ? Optional.of(value) : Optional.empty();
    }

    private static int checksum(CacheKey key, byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(key.value().getBytes(US_ASCII));
        crc.update(value);
        return (int) crc.getValue();
    }
}
