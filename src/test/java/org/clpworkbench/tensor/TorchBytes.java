package org.clpworkbench.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// Writes small files as `torch.save` does, in both of its formats.
public final class TorchBytes {
    private record Storage(String type, int width, byte[] bytes) {
        long elements() {
            return bytes.length / width;
        }
    }

    private record View(String name, String key, long offset, long[] shape, long[] strides) {}

    private final SequencedMap<String, Storage> storages = new LinkedHashMap<>();
    private final List<View> views = new ArrayList<>();

    public TorchBytes storage(String key, String type, int width, byte[] bytes) {
        storages.put(key, new Storage(type, width, bytes));
        return this;
    }

    public TorchBytes floats(String key, float... values) {
        var bytes = PickleBytes.little(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return storage(key, "FloatStorage", 4, bytes.array());
    }

    public TorchBytes view(String name, String key, long offset, long[] shape, long[] strides) {
        views.add(new View(name, key, offset, shape, strides));
        return this;
    }

    /// A tensor that is all of a float storage of its own.
    public TorchBytes tensor(String name, long[] shape, float... values) {
        var strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        String key = String.valueOf(storages.size());
        return floats(key, values).view(name, key, 0, shape, strides);
    }

    public byte[] zip() {
        return zip(pickle(false), "little", ZipBytes.End.ZIP64);
    }

    byte[] zip(byte[] pickle, String byteOrder, ZipBytes.End end) {
        return ZipBytes.of(entries(pickle, byteOrder), end);
    }

    SequencedMap<String, byte[]> entries(byte[] pickle, String byteOrder) {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("archive/data.pkl", pickle);
        entries.put("archive/byteorder", ascii(byteOrder));
        storages.forEach((key, storage) -> entries.put("archive/data/" + key, storage.bytes));
        entries.put("archive/version", ascii("3\n"));
        return entries;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public byte[] legacy() {
        return legacy(pickle(true), true);
    }

    byte[] legacy(byte[] pickle, boolean littleEndian) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(magic());
        out.writeBytes(PickleBytes.begin().number(1001).end());
        out.writeBytes(
                PickleBytes.begin()
                        .steps("}(")
                        .text("protocol_version")
                        .number(1001)
                        .text("little_endian")
                        .step(littleEndian ? 0x88 : 0x89)
                        .step('u')
                        .end());
        out.writeBytes(pickle);
        var keys = PickleBytes.begin().steps("](");
        storages.keySet().forEach(keys::text);
        out.writeBytes(keys.step('e').end());
        for (Storage storage : storages.values()) {
            out.writeBytes(PickleBytes.little(8).putLong(storage.elements()).array());
            out.writeBytes(storage.bytes);
        }
        return out.toByteArray();
    }

    /// 0x1950a86a20f9469cfc6c in ten bytes, the lowest first.
    static byte[] magic() {
        var bytes = PickleBytes.little(10).putLong(0xa86a20f9469cfc6cL).putShort((short) 0x1950);
        var pickle = PickleBytes.begin().step(0x8a).step(10);
        for (byte each : bytes.array()) {
            pickle.step(each);
        }
        return pickle.end();
    }

    /// The state dict alone.
    byte[] pickle(boolean legacy) {
        var pickle = PickleBytes.begin().global("collections", "OrderedDict").steps(")R(");
        for (View view : views) {
            Storage storage = Objects.requireNonNull(storages.get(view.key));
            pickle.text(view.name).beginTensor();
            if (legacy) {
                pickle.legacyStorage(storage.type, view.key, storage.elements());
            } else {
                pickle.storage(storage.type, view.key, storage.elements());
            }
            pickle.endTensor(view.offset, view.shape, view.strides);
        }
        return pickle.step('u').end();
    }
}
