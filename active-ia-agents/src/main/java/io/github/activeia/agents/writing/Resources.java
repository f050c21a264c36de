package io.github.activeia.agents.writing;

import java.io.InputStream;

/** Opens the resource files of this module. */
final class Resources {
    private Resources() {}

    static InputStream open(String path) {
        InputStream in = Resources.class.getResourceAsStream("/io/github/activeia/agents/" + path);
        if (in == null) {
            throw new IllegalStateException("the resource " + path + " is missing from active-ia-agents");
        }
        return in;
    }
}
