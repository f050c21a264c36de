package io.github.activeia.samples.quickstart;

import io.github.activeia.rag.ingestion.IngestionListener;
import io.github.activeia.rag.ingestion.IngestionProgress;
import io.github.activeia.rag.store.StoreCopyListener;
import io.github.activeia.rag.store.StoreCopyProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar with the time that is left, on a terminal; elsewhere silent. */
public final class ProgressLine implements IngestionListener, StoreCopyListener, AutoCloseable {
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
        ProgressBar line = line("Ingesting", progress.bytesTotal(), " KiB", 1024);
        line.stepTo(progress.bytesDone());
        line.setExtraMessage(" " + progress.embedded() + " chunks embedded " + progress.file());
    }

    @Override
    public void progressed(StoreCopyProgress progress) {
        if (!visible || progress.documentsTotal() == 0) {
            return;
        }
        ProgressBar line = line("Copying", progress.documentsTotal(), " documents", 1);
        line.stepTo(progress.documentsDone());
        line.setExtraMessage(" " + progress.chunks() + " chunks " + progress.document());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private ProgressBar line(String task, long total, String unit, long unitSize) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setUnit(unit, unitSize)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
        return bar;
    }
}
