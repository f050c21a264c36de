package io.github.activeia.core.privacy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Salts that end with the process. */
final class InMemorySaltStore implements SaltStore {
    private final ConcurrentMap<String, byte[]> salts = new ConcurrentHashMap<>();

    @Override
    public byte[] saltOf(String handle, byte[] fresh) {
        return salts.computeIfAbsent(handle, h -> fresh.clone()).clone();
    }

    @Override
    public boolean forget(String handle) {
        return salts.remove(handle) != null;
    }
}
