package io.github.activeia.core.store;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;

/** A library that a host adds only for what needs it. Thread-safe. */
public final class OptionalLibrary {
    private OptionalLibrary() {}

    /**
     * Checks that a library is there, before anything of it is used.
     *
     * @param feature what needs it, as the host calls it
     * @param className a class of the library, which is not initialised
     * @param artifact what to add, as {@code group:name}
     * @throws ConfigurationException if it is missing, naming the artifact
     */
    public static void require(String feature, String className, String artifact) {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new ConfigurationException(new Fault(
                    feature, "have its client library on the class path", "missing", "add the artifact " + artifact));
        }
    }
}
