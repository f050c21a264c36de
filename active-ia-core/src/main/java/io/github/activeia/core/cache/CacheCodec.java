package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Turns values into bytes and back. Implementations are thread-safe. */
public interface CacheCodec<T> {
    /** Returns the bytes of a value, from which {@link #decode} makes an equal one. */
    byte[] encode(T value);

    /**
     * Returns the value of bytes.
     *
     * @throws RuntimeException if they are not of this codec; they are taken for absent then
     */
    T decode(byte[] bytes);

    /** Returns the codec of texts, UTF-8. What is not UTF-8 is refused. */
    static CacheCodec<String> utf8() {
        return new CacheCodec<>() {
            @Override
            public byte[] encode(String value) {
                return value.getBytes(UTF_8);
            }

            @Override
            public String decode(byte[] bytes) {
                try {
                    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                } catch (CharacterCodingException foreign) {
                    throw new IllegalArgumentException("a text must be UTF-8, but was not", foreign);
                }
            }
        };
    }
}
