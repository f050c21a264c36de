package io.github.activeia.core;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot work, with every fault found in it. */
public final class ConfigurationException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** Creates the exception from at least one fault. */
    public ConfigurationException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")), false, null);
        this.faults = List.copyOf(faults);
    }

    /** Creates the exception from a single fault. */
    public ConfigurationException(Fault fault) {
        this(List.of(fault));
    }

    /** Returns the faults, in the order in which they were found. */
    public List<Fault> faults() {
        return faults;
    }
}
