package io.github.activeia.rag.parsing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a parser says. */
final class Blocks implements DocumentSink {
    final Map<String, String> metadata = new HashMap<>();
    final List<Block> all = new ArrayList<>();

    static Blocks of(Path file) {
        Blocks blocks = new Blocks();
        DocumentFormats.parse(file, blocks);
        return blocks;
    }

    @Override
    public void metadata(Map<String, String> values) {
        metadata.putAll(values);
    }

    @Override
    public void block(Block block) {
        all.add(block);
    }
}
