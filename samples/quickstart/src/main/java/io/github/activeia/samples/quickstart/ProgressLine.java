package io.github.activeia.samples.quickstart;

import io.github.activeia.rag.ingestion.IngestionListener;
import io.github.activeia.rag.ingestion.IngestionProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar with the time that is left, on a terminal; elsewhere silent. */
public final class ProgressLine implements IngestionListener, AutoCloseable {
    private final boolean visible;
    private @Nullable ProgressBar bar;

    private ProgressLine(boolean visible) {
        this.visible = visible;
    }

    /** Creates a bar that shows itself at the first progress. */
    public static ProgressLine create() {
        return new ProgressLine(Terminal.interactive());
    }

    @Override
    public void progressed(IngestionProgress progress) {
        if (!visible || progress.bytesTotal() == 0) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Ingesting")
                    .setInitialMax(progress.bytesTotal())
                    .setUnit(" KiB", 1024)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
        bar.stepTo(progress.bytesDone());
        bar.setExtraMessage(" " + progress.embedded() + " chunks embedded " + progress.file());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
