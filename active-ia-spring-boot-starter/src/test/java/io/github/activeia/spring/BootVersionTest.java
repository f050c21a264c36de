package io.github.activeia.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/** Guards the build: each run of the tests sees the Spring Boot that it is meant for, and nothing of the other. */
class BootVersionTest {
    @Test
    void runs_on_the_boot_that_the_build_names() {
        String expected = System.getProperty("expected.boot");

        assertThat(SpringBootVersion.getVersion()).isEqualTo(expected);
        assertThat(SpringVersion.getVersion()).startsWith(expected.startsWith("3.") ? "6." : "7.");
    }
}
