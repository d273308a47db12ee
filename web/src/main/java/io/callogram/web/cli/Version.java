package io.callogram.web.cli;

import io.callogram.web.json.Build;
import picocli.CommandLine.IVersionProvider;

/// Answers `--version`.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Callogram " + Build.VERSION};
    }
}
