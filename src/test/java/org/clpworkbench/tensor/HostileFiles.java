package org.clpworkbench.tensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Small tensor files with random damage, from a seed.
final class HostileFiles {
    private static final List<byte[]> JSON_WORDS =
            words(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\u0000",
                    "null",
                    "true",
                    "1e999",
                    "-0",
                    "\"dtype\":\"F64\"",
                    "\"shape\":[]",
                    "\"data_offsets\":[0,8]",
                    "\"__metadata__\":{}",
                    "\"a\":{\"dtype\":\"BOOL\",\"shape\":[0],\"data_offsets\":[0,0]},",
                    "9".repeat(1001),
                    "[".repeat(1100),
                    "{\"a\":".repeat(1100),
                    "\"" + "x".repeat(60_000));

    private static final List<byte[]> PICKLE_WORDS =
            words(
                    ".",
                    "(",
                    ")",
                    "}",
                    "]",
                    "t",
                    "R",
                    "Q",
                    "u",
                    "s",
                    "a",
                    "e",
                    "b",
                    "0",
                    "1",
                    "N",
                    "l",
                    "d",
                    "q\u0001",
                    "h\u0001",
                    "r\u00ff\u00ff\u00ff\u00ff",
                    "j\u0001\0\0\0",
                    "\u0085",
                    "\u0086",
                    "\u0087",
                    "\u0088",
                    "\u0089",
                    "\u0094",
                    "\u0093",
                    "o",
                    "\u0081",
                    "\u0095",
                    "X\u00ff\u00ff\u00ff\u007f",
                    "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f",
                    "\u008a\u0008\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f",
                    "\u008a\u00ff",
                    "ccollections\nOrderedDict\n",
                    "ctorch\nSize\n",
                    "ctorch\nDoubleStorage\n",
                    "ctorch._utils\n_rebuild_parameter\n",
                    "ctorch._utils\n_rebuild_tensor\n",
                    "ctorch._tensor\n_rebuild_from_type_v2\n",
                    "cos\nsystem\n",
                    "(X\u0002\0\0\0lstR",
                    "U\u0003abc",
                    "K\0",
                    "M\u00ff\u00ff",
                    "J\u00ff\u00ff\u00ff\u00ff",
                    "G\u007f\u00f0\0\0\0\0\0\0");

    private static final List<byte[]> ZIP_WORDS =
            words(
                    "PK\u0001\u0002",
                    "PK\u0003\u0004",
                    "PK\u0005\u0006",
                    "PK\u0006\u0006",
                    "PK\u0006\u0007",
                    "PK\u0005\u0006" + "\0".repeat(18),
                    "archive/data/0",
                    "archive/data.pkl",
                    "/",
                    "big",
                    "\u00ff\u00ff\u00ff\u00ff",
                    "\u0001\0\u0018\0");

    private final Random random;
    private final Mutations mutations;

    HostileFiles(long seed) {
        random = new Random(seed);
        mutations = new Mutations(random);
    }

    private static List<byte[]> words(String... words) {
        var bytes = new ArrayList<byte[]>();
        for (String word : words) {
            bytes.add(word.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    /// Damage to the whole file, or to the header alone, whose length is then right.
    byte[] safetensors() {
        byte[] header = healthyHeader().getBytes(StandardCharsets.UTF_8);
        int data = 40;
        return switch (random.nextInt(3)) {
            case 0 -> mutations.damaged(safetensors(header, data), JSON_WORDS);
            case 1 -> safetensors(mutations.damaged(header, JSON_WORDS), random.nextInt(2 * data));
            default -> safetensors(mutations.damaged(header, JSON_WORDS), data);
        };
    }

    static String healthyHeader() {
        return "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"ids\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[24,32]},"
                + "\"half\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[32,40]}}";
    }

    static byte[] safetensors(byte[] header, int data) {
        var file = PickleBytes.little(8 + header.length + data).putLong(header.length);
        return file.put(header).array();
    }

    /// Damage to the whole archive, to its directory, or to its pickle.
    byte[] zip() {
        TorchBytes healthy = healthy();
        byte[] archive = healthy.zip(healthy.pickle(false), "little", anyEnd());
        return switch (random.nextInt(4)) {
            case 0 -> mutations.damaged(archive, ZIP_WORDS);
            case 1 -> behindTheData(archive);
            default -> zipOfDamagedPickle();
        };
    }

    byte[] zipOfDamagedPickle() {
        TorchBytes healthy = healthy();
        byte[] pickle = mutations.damaged(healthy.pickle(false), PICKLE_WORDS);
        return healthy.zip(pickle, "little", anyEnd());
    }

    private ZipBytes.End anyEnd() {
        return random.nextBoolean() ? ZipBytes.End.ZIP64 : ZipBytes.End.PLAIN;
    }

    /// Damage to the directory and what follows it.
    private byte[] behindTheData(byte[] zip) {
        int begin = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        byte[] rest = Arrays.copyOfRange(zip, begin, zip.length);
        byte[] damaged = mutations.damaged(rest, ZIP_WORDS);
        byte[] all = Arrays.copyOf(zip, begin + damaged.length);
        System.arraycopy(damaged, 0, all, begin, damaged.length);
        return all;
    }

    byte[] legacy() {
        TorchBytes healthy = healthy();
        return random.nextBoolean()
                ? mutations.damaged(healthy.legacy(), PICKLE_WORDS)
                : healthy.legacy(mutations.damaged(healthy.pickle(true), PICKLE_WORDS), true);
    }

    static TorchBytes healthy() {
        return new TorchBytes()
                .tensor("w", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
                .view("tied", "0", 0, new long[] {2, 3}, new long[] {3, 1})
                .view("turned", "0", 0, new long[] {3, 2}, new long[] {1, 3})
                .storage("1", "LongStorage", 8, new byte[16])
                .view("ids", "1", 1, new long[] {1}, new long[] {1})
                .storage("2", "BoolStorage", 1, new byte[5])
                .view("mask", "2", 0, new long[] {1, 5}, new long[] {5, 1});
    }
}
