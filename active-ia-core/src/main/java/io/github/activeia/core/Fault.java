package io.github.activeia.core;

/**
 * One broken rule.
 *
 * @param property the property or file that is wrong
 * @param rule what it must do or be, as the words after "must"
 * @param value what it was
 * @param remedy what to do about it
 */
public record Fault(String property, String rule, String value, String remedy) {
    @Override
    public String toString() {
        return property + " must " + rule + ", but was " + value + " — " + remedy;
    }
}
