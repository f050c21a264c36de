package io.github.activeia.agents.learning;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Keeps a classifier in a file, so that it need not be fitted again: a sorted list of hashed features, each with one byte for each class.
 * A byte stands for a share of the largest weight, finer near zero; features that weigh nothing are left out. The same classifier always
 * gives the same bytes. The file is not compressed, because a jar compresses it.
 */
public final class LinearModelFile {
    private static final int MAGIC = 0x41494D31;
    private static final int STEPS = 127;
    private static final int MOST_CLASSES = 64;
    private static final int MOST_ROWS = 1 << 24;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    private LinearModelFile() {}

    /**
     * Writes a classifier, and leaves the stream open.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(LinearClassifier classifier, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
        float largest = 0;
        for (float weight : classifier.weights()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        int[] keys = classifier.rows().sortedKeys();
        byte[][] bytes = new byte[keys.length][];
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            bytes[i] = pack(classifier, classifier.rows().ofKey(keys[i]), largest);
            kept += weighs(bytes[i]) ? 1 : 0;
        }
        out.writeInt(MAGIC);
        out.writeByte(classifier.classes());
        out.writeFloat(largest);
        out.writeInt(kept);
        int before = 0;
        for (int i = 0; i < keys.length; i++) {
            if (weighs(bytes[i])) {
                writeGap(out, keys[i] - before);
                out.write(bytes[i]);
                before = keys[i];
            }
        }
        out.flush();
    }

    private static byte[] pack(LinearClassifier classifier, int row, float largest) {
        int classes = classifier.classes();
        byte[] packed = new byte[classes];
        for (int c = 0; c < classes; c++) {
            double share = largest == 0 ? 0 : classifier.weights()[row * classes + c] / largest;
            packed[c] = (byte) Math.round(Math.signum(share) * Math.sqrt(Math.abs(share)) * STEPS);
        }
        return packed;
    }

    private static boolean weighs(byte[] packed) {
        for (byte each : packed) {
            if (each != 0) {
                return true;
            }
        }
        return false;
    }

    private static void writeGap(DataOutputStream out, int gap) throws IOException {
        int rest = gap;
        while ((rest & ~LOW) != 0) {
            out.writeByte((rest & LOW) | MORE);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /**
     * Reads a classifier, and leaves the stream open.
     *
     * @throws IOException if the stream cannot be read or ends too early
     * @throws ConfigurationException if it is no such file
     */
    public static LinearClassifier read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        int magic = in.readInt();
        int classes = in.readUnsignedByte();
        float largest = in.readFloat();
        int size = in.readInt();
        if (magic != MAGIC || classes < 1 || classes > MOST_CLASSES || size < 0 || size > MOST_ROWS) {
            throw new ConfigurationException(
                    new Fault("model", "be a file of weights", "something else", "rebuild active-ia-agents"));
        }
        FeatureRows rows = new FeatureRows();
        float[] weights = new float[size * classes];
        int key = 0;
        for (int i = 0; i < size; i++) {
            key += readGap(in);
            int row = rows.add(key);
            for (int c = 0; c < classes; c++) {
                float root = in.readByte() / (float) STEPS;
                weights[row * classes + c] = Math.signum(root) * root * root * largest;
            }
        }
        return new LinearClassifier(rows, weights, classes);
    }

    private static int readGap(DataInputStream in) throws IOException {
        int gap = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while ((next & MORE) != 0) {
            gap |= (next & LOW) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return gap | next << shift;
    }
}
