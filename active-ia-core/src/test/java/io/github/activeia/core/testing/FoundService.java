package io.github.activeia.core.testing;

/**
 * Where a server should answer.
 *
 * @param url as its clients take it; it may hold a password
 * @param origin who says so: a variable of the environment, Docker, …
 */
record FoundService(String url, String origin) {
    @Override
    public String toString() {
        return origin;
    }
}
