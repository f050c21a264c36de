package io.github.activeia.rag.parsing;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;

/** Opens Office Open XML; POI's own limits against decompression bombs stay as they are. */
final class OfficeFile {
    private OfficeFile() {}

    static void read(Path file, Reader reader) throws IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            reader.read(opened);
        } catch (OLE2NotOfficeXmlFileException e) {
            throw new UnreadableDocumentException(
                    "it is protected by a password, or in the format of Office 97",
                    "save a copy without protection, in the current format",
                    e);
        } catch (InvalidFormatException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalStateException
                | IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "it is damaged, or no Office file (" + e.getClass().getSimpleName() + ")",
                    "check that it opens in its own program, and save it again",
                    e);
        }
    }

    interface Reader {
        void read(OPCPackage opened) throws IOException;
    }
}
