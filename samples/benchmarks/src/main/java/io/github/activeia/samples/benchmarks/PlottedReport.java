package io.github.activeia.samples.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Writes a report in Markdown, and its plot beside it. */
public final class PlottedReport {
    private PlottedReport() {}

    /**
     * Writes both, and the folder if it is missing.
     *
     * @param file the report, such as {@code docs/benchmarks.md}
     * @param ending of the plot, instead of {@code .md}
     * @param plot the picture
     * @param markdown makes the report from the name of the picture
     */
    public static void write(Path file, String ending, BufferedImage plot, UnaryOperator<String> markdown)
            throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Files.createDirectories(target.resolveSibling("."));
        String name = target.getFileName().toString().replaceFirst("\\.md$", "") + ending;
        ImageIO.write(plot, "png", target.resolveSibling(name).toFile());
        Files.writeString(target, markdown.apply(name));
    }
}
