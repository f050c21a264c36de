package io.github.activeia.rag.ingestion;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.parsing.DocumentFormats;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder.
 *
 * @param files of a known format, by path relative to the folder, with slashes
 * @param skipped what is no course material
 * @param unreadable files and folders that could not be looked at
 */
record FolderScan(SortedMap<String, Path> files, List<Remark> skipped, List<Remark> unreadable) {
    static FolderScan of(Path folder) {
        requireFolder(folder);
        FolderScan scan = new FolderScan(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Files.walkFileTree(folder, new Visitor(folder, scan));
        } catch (IOException e) {
            throw new InvalidValueException("folder", "be readable", folder, "check its permissions");
        }
        if (scan.files().isEmpty()) {
            throw new InvalidValueException(
                    "folder",
                    "hold at least one file in a known format (" + String.join(", ", DocumentFormats.extensions())
                            + ")",
                    folder,
                    "check the path; nothing was changed");
        }
        scan.skipped().sort((a, b) -> a.file().compareTo(b.file()));
        return scan;
    }

    /** Returns whether a file may be there, but could not be looked at. */
    boolean hides(String source) {
        return unreadable.stream()
                .anyMatch(remark -> source.equals(remark.file()) || source.startsWith(remark.file() + "/"));
    }

    private static void requireFolder(Path folder) {
        if (!Files.exists(folder)) {
            throw new InvalidValueException("folder", "exist", folder, "check the path");
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidValueException("folder", "be a folder", folder, "pass the folder that the file is in");
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final FolderScan scan;

        Visitor(Path root, FolderScan scan) {
            this.root = root;
            this.scan = scan;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            if (!dir.equals(root) && hidden(dir)) {
                scan.skipped().add(new Remark(source(dir), "hidden"));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String source = source(file);
            if (source.equals(CourseFile.NAME)) {
                return FileVisitResult.CONTINUE;
            }
            if (hidden(file)) {
                scan.skipped().add(new Remark(source, "hidden"));
            } else if (!attributes.isRegularFile()) {
                scan.skipped().add(new Remark(source, "a link or special file — put the file itself into the folder"));
            } else if (!DocumentFormats.knows(file)) {
                scan.skipped().add(new Remark(source, "unknown format — use one of " + DocumentFormats.extensions()));
            } else {
                scan.files().put(source, file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            scan.unreadable()
                    .add(new Remark(
                            source(file),
                            "cannot be read (" + failure.getClass().getSimpleName() + ") — check its permissions"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) {
            if (failure != null) {
                visitFileFailed(dir, failure);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path file) {
            String name = String.valueOf(file.getFileName());
            return name.startsWith(".") || name.startsWith("~$") || name.equals("__MACOSX");
        }

        private String source(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
